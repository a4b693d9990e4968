package io.igregulator.webhooks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** Everything one local stack keeps between runs; held by one process at a time. */
public final class DataFolder implements AutoCloseable {
    /** Proof that this program made the folder, and so may wipe it. */
    private static final String MARKER = "made-by-up";

    /** There while a wipe is under way: half of the data would be worse than none. */
    private static final String WIPING = "wiping";

    private static final Set<String> STAYING = Set.of(MARKER, FolderLock.FILE, WIPING);
    private static final long ROOM_NEEDED = 500L << 20;

    private final Path path;
    private final FolderLock lock;

    private DataFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder if need be and locks it.
     *
     * @throws CommandFailure if another process holds it, another user owns it, or its disk is full
     */
    public static DataFolder open(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        try {
            claim(path);
            requireRoom(path);
            var folder = new DataFolder(path, FolderLock.take(path));
            if (Files.exists(folder.file(WIPING))) {
                folder.wipe();
            }
            Files.createDirectories(folder.logs());
            return folder;
        } catch (IOException e) {
            throw new CommandFailure("Cannot use the data folder " + path + ": " + Reason.of(e) + ".", e);
        }
    }

    private static void claim(Path path) throws IOException {
        if (Files.exists(path.resolve(MARKER))) {
            return;
        }
        if (Files.exists(path) && !isEmptyFolder(path)) {
            throw new CommandFailure(path + " was not made by this command: choose an empty folder with --data.");
        }
        Files.createDirectories(path);
        Files.createFile(path.resolve(MARKER));
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void requireRoom(Path path) throws IOException {
        long usable = Files.getFileStore(path).getUsableSpace();
        if (usable < ROOM_NEEDED) {
            throw new CommandFailure("The disk of " + path + " is nearly full: " + (usable >> 20) + " MB are free, "
                    + (ROOM_NEEDED >> 20) + " MB are needed.");
        }
    }

    /** Removes what earlier runs kept; the lock stays. The next opening finishes one that was cut off. */
    public void wipe() {
        try (Stream<Path> entries = Files.list(path)) {
            Files.createDirectories(file(WIPING));
            for (Path entry : entries.toList()) {
                if (!STAYING.contains(entry.getFileName().toString())) {
                    FolderTree.delete(entry);
                }
            }
            Files.createDirectories(logs());
            FolderTree.delete(file(WIPING));
        } catch (IOException e) {
            throw new CommandFailure("Cannot wipe " + path + ": " + Reason.of(e) + ".", e);
        }
    }

    public Path path() {
        return path;
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    public Path logs() {
        return path.resolve("logs");
    }

    @Override
    public void close() {
        lock.close();
    }
}
