package io.igregulator.webhooks.database;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a migration must not do, since it runs while services of the release before work, and a rollback leaves it in place.
 * {@code CONTRIBUTING.md} has the reasons.
 */
final class MigrationRules {
    private static final Pattern NAME = Pattern.compile("V(\\d+)__(?:contract_since_(\\d+)_)?.*");
    private static final String HISTORY = "(?:event|delivery|attempt|publication)";

    /** Constraints, indexes and triggers may be dropped: without them more is allowed, not less. */
    private static final Pattern DROP =
            ignoringCase("\\bDROP (?!CONSTRAINT\\b|INDEX\\b|TRIGGER\\b|NOT NULL\\b|POLICY\\b|RULE\\b)");

    private static final Pattern RENAME = ignoringCase("\\bRENAME\\b");
    private static final Pattern TYPE = ignoringCase("\\bALTER (?:COLUMN )?\\w+ (?:SET DATA )?TYPE\\b");
    private static final Pattern REQUIRED = ignoringCase("\\bSET NOT NULL\\b");
    private static final Pattern INDEX = ignoringCase(
            "^CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY\\b).*?\\bON (?!ONLY\\b)(?:\\w+\\.)?" + HISTORY + "\\b");
    private static final Pattern ADD = ignoringCase(
            "\\bADD (?:COLUMN )?(?:IF NOT EXISTS )?(?!COLUMN\\b|CONSTRAINT\\b|CHECK\\b|UNIQUE\\b|PRIMARY\\b|FOREIGN\\b|EXCLUDE\\b|IF\\b|VALUE\\b)"
                    + "\\w+ ((?:\\([^)]*\\)|[^,(])*)");
    private static final Pattern CONSTANT =
            ignoringCase("\\bDEFAULT (?:'text'|-?[0-9.]+|true|false|null)(?:::[\\w\\[\\]]+)?(?= |$)");
    private static final Pattern COMPUTED =
            ignoringCase("\\bDEFAULT\\b|\\bGENERATED\\b|\\b(?:small|big)?serial\\b|\\bUNIQUE\\b|\\bPRIMARY KEY\\b");
    private static final Pattern NOT_NULL = ignoringCase("\\bNOT NULL\\b");

    private MigrationRules() {}

    /** @return a sentence per violation */
    static List<String> violations(String file, String sql) {
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            return List.of(file + " is not named as a migration");
        }
        List<String> found = new ArrayList<>();
        boolean contracts = name.group(2) != null;
        if (contracts && Integer.parseInt(name.group(2)) >= Integer.parseInt(name.group(1))) {
            found.add("the services that do without what it drops have to be older than the migration");
        }
        for (String statement : SqlStatements.of(sql)) {
            if (!contracts && DROP.matcher(statement).find()) {
                found.add("drops what the release before may read: " + statement);
            }
            if (RENAME.matcher(statement).find()) {
                found.add("renames what the release before may read: " + statement);
            }
            if (TYPE.matcher(statement).find()) {
                found.add("changes a type, which may rewrite the table: " + statement);
            }
            if (REQUIRED.matcher(statement).find()) {
                found.add("requires what the release before may not write: " + statement);
            }
            if (INDEX.matcher(statement).find()) {
                found.add("blocks writes to the history for as long as the index is built: " + statement);
            }
            columns(statement, found);
        }
        return found;
    }

    private static void columns(String statement, List<String> found) {
        if (!statement.regionMatches(true, 0, "ALTER TABLE", 0, "ALTER TABLE".length())) {
            return;
        }
        ADD.matcher(statement).results().map(added -> added.group(1)).forEach(column -> {
            boolean constant = CONSTANT.matcher(column).find();
            if (COMPUTED.matcher(CONSTANT.matcher(column).replaceAll("")).find()) {
                found.add("adds a column whose values are computed, which rewrites the table: " + statement);
            }
            if (NOT_NULL.matcher(column).find() && !constant) {
                found.add("adds a column that the release before does not write: " + statement);
            }
        });
    }

    private static Pattern ignoringCase(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }
}
