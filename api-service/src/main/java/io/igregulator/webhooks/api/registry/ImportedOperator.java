package io.igregulator.webhooks.api.registry;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.JsonField;
import io.igregulator.webhooks.event.LicenseStatus;
import io.igregulator.webhooks.id.OperatorSlug;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line of an import. What it does not say, or says with a null, stays as it is. */
record ImportedOperator(
        OperatorSlug slug,
        @Nullable String id,
        @Nullable String displayName,
        @Nullable String country,
        @Nullable LicenseStatus licenseStatus,
        @Nullable String jurisdictionCode) {
    private static final String SLUG = "slug";
    private static final String ID = "id";
    private static final String DISPLAY_NAME = "display_name";
    private static final String COUNTRY = "country";
    private static final String LICENSE_STATUS = "license_status";
    private static final String JURISDICTION_CODE = "jurisdiction_code";

    private static final int MAX_NAME = 200;
    private static final int MAX_CODE = 20;
    private static final String STATUSES =
            Arrays.stream(LicenseStatus.values()).map(LicenseStatus::wireName).collect(Collectors.joining(", "));

    /** @throws InvalidRequest unless the fields are those of an operator */
    static ImportedOperator of(JsonBody line) {
        line.allowOnly(SLUG, ID, DISPLAY_NAME, COUNTRY, LICENSE_STATUS, JURISDICTION_CODE);
        return new ImportedOperator(
                OperatorSlug.of(line.required(SLUG).text(MAX_NAME)).orElseThrow(() -> InvalidRequest.slug(SLUG)),
                text(line, ID, MAX_NAME),
                text(line, DISPLAY_NAME, MAX_NAME),
                text(line, COUNTRY, MAX_CODE),
                line.optional(LICENSE_STATUS).map(ImportedOperator::status).orElse(null),
                text(line, JURISDICTION_CODE, MAX_CODE));
    }

    private static @Nullable String text(JsonBody line, String name, int maxLength) {
        String text =
                line.optional(name).map(field -> field.textOrNull(maxLength)).orElse(null);
        if (text != null && text.isBlank()) {
            throw InvalidRequest.field(name, "'" + name + "' is blank");
        }
        return text;
    }

    private static @Nullable LicenseStatus status(JsonField field) {
        String text = field.textOrNull(MAX_NAME);
        return text == null ? null : LicenseStatus.ofWireName(text).orElseThrow(() -> unknownStatus(field));
    }

    private static InvalidRequest unknownStatus(JsonField field) {
        return InvalidRequest.field(field.name(), "'license_status' is none of " + STATUSES);
    }
}
