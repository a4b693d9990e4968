{{/* Settings of the services: keys of application.yml, as the JSON that Spring Boot reads from SPRING_APPLICATION_JSON. They are in the
pod's template, so that a rollout and a rollback carry theirs. What is secret is in files instead; see _secrets.tpl. */}}

{{- define "webhooks.databaseSettings" -}}
{{- $settings := dict
  "spring.config.import" "configtree:/etc/webhooks/secrets/"
  "spring.datasource.url" (required "database.url is required" .Values.database.url)
  "spring.datasource.hikari.data-source-properties.sslmode" .Values.database.tls.mode
  "logging.structured.format.console" .Values.logging.format
}}
{{- if .Values.database.tls.caSecret }}
{{- $_ := set $settings "spring.datasource.hikari.data-source-properties.sslrootcert"
  (printf "/etc/webhooks/database-ca/%s" .Values.database.tls.caKey) }}
{{- end }}
{{- toJson $settings }}
{{- end }}

{{- define "webhooks.commonSettings" -}}
{{- $kafka := .Values.kafka }}
{{- $settings := include "webhooks.databaseSettings" . | fromJson }}
{{- $_ := set $settings "server.address" "0.0.0.0" }}
{{- $_ := set $settings "spring.flyway.enabled" (eq .Values.migrations.mode "startup") }}
{{- $_ := set $settings "spring.kafka.bootstrap-servers" (required "kafka.bootstrapServers is required" $kafka.bootstrapServers) }}
{{- $_ := set $settings "spring.kafka.security.protocol" $kafka.security.protocol }}
{{- if hasPrefix "SASL_" $kafka.security.protocol }}
{{- $_ := set $settings "spring.kafka.properties.sasl.mechanism" $kafka.security.sasl.mechanism }}
{{- end }}
{{- if $kafka.security.caSecret }}
{{- $_ := set $settings "spring.kafka.ssl.bundle" "kafka" }}
{{- $_ := set $settings "spring.ssl.bundle.pem.kafka.truststore.certificate"
  (printf "file:/etc/webhooks/kafka-ca/%s" $kafka.security.caKey) }}
{{- end }}
{{- if not (hasKey .Values.secrets.encryption.keys .Values.secrets.encryption.activeKey) }}
{{- fail "secrets.encryption.activeKey is not one of secrets.encryption.keys: nothing could be encrypted" }}
{{- end }}
{{- $_ := set $settings "webhooks.secrets.active-key" .Values.secrets.encryption.activeKey }}
{{- $_ := set $settings "webhooks.url.allowed-ports" (.Values.receivers.ports | toStrings) }}
{{- $_ := set $settings "webhooks.url.blocked-cidrs" .Values.receivers.blockedCidrs }}
{{- toJson $settings }}
{{- end }}

{{- define "webhooks.apiSettings" -}}
{{- $settings := include "webhooks.commonSettings" . | fromJson }}
{{- $_ := set $settings "spring.datasource.hikari.maximum-pool-size" .Values.database.pool.api }}
{{- $_ := set $settings "server.port" 8080 }}
{{- $_ := set $settings "webhooks.operator.address" "0.0.0.0" }}
{{- $_ := set $settings "webhooks.operator.port" 8082 }}
{{- $_ := set $settings "server.forward-headers-strategy" .Values.api.forwardedHeaders.strategy }}
{{- if .Values.api.forwardedHeaders.internalProxies }}
{{- $_ := set $settings "server.tomcat.remoteip.internal-proxies" .Values.api.forwardedHeaders.internalProxies }}
{{- end }}
{{- if .Values.api.tls.existingSecret }}
{{- $_ := set $settings "server.ssl.certificate" "file:/etc/webhooks/tls/tls.crt" }}
{{- $_ := set $settings "server.ssl.certificate-private-key" "file:/etc/webhooks/tls/tls.key" }}
{{- end }}
{{- range $key, $value := .Values.api.config }}
{{- $_ := set $settings $key $value }}
{{- end }}
{{- toPrettyJson $settings }}
{{- end }}

{{- define "webhooks.workerSettings" -}}
{{- $settings := include "webhooks.commonSettings" . | fromJson }}
{{- $_ := set $settings "spring.datasource.hikari.maximum-pool-size" .Values.database.pool.worker }}
{{- $_ := set $settings "server.port" 8081 }}
{{- range $key, $value := .Values.worker.config }}
{{- $_ := set $settings $key $value }}
{{- end }}
{{- toPrettyJson $settings }}
{{- end }}

{{/* Of the Job: as the owner, with patience for locks that has an end. */}}
{{- define "webhooks.migrationSettings" -}}
{{- $settings := include "webhooks.databaseSettings" . | fromJson }}
{{- $_ := set $settings "spring.flyway.enabled" true }}
{{- $_ := set $settings "spring.datasource.hikari.data-source-properties.options"
  (printf "-c lock_timeout=%s" .Values.migrations.lockTimeout) }}
{{- toPrettyJson $settings }}
{{- end }}

{{/* Replaces what the image has in JDK_JAVA_OPTIONS. The collector is that of the image's AOT cache, which another one could not use.
A process that runs out of memory has to end: threads that met the error may have dropped what they held. */}}
{{- define "webhooks.jvmOptions" -}}
-Xmx{{ .heap }} -XX:+UseParallelGC -XX:+ExitOnOutOfMemoryError{{ with .jvmOptions }} {{ . }}{{ end }}
{{- end }}
