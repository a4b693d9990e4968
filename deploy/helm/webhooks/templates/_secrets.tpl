{{/* Secrets are files named as the setting, which Spring Boot reads as a configuration tree: they are not in the environment, which
child processes and crash reports show. The caller gives root, login (of database.credentials), sasl and services. */}}
{{- define "webhooks.secretVolume" -}}
{{- $values := .root.Values }}
{{- $login := get $values.database.credentials .login }}
- name: secrets
  projected:
    defaultMode: 0440
    sources:
      - secret:
          name: {{ required (printf "database.credentials.%s.existingSecret is required" .login) $login.existingSecret }}
          items:
            - {key: {{ $login.usernameKey }}, path: {{ ternary "spring.datasource.username" "spring.flyway.user" .services }}}
            - {key: {{ $login.passwordKey }}, path: {{ ternary "spring.datasource.password" "spring.flyway.password" .services }}}
      {{- if .services }}
      {{- if eq $values.migrations.mode "startup" }}
      {{- $owner := $values.database.credentials.owner }}
      - secret:
          name: {{ required "database.credentials.owner.existingSecret is required" $owner.existingSecret }}
          items:
            - {key: {{ $owner.usernameKey }}, path: spring.flyway.user}
            - {key: {{ $owner.passwordKey }}, path: spring.flyway.password}
      {{- end }}
      - secret:
          name: {{ required "secrets.existingSecret is required" $values.secrets.existingSecret }}
          items:
            {{- if eq .login "api" }}
            - {key: {{ $values.secrets.operatorTokenKey }}, path: webhooks.operator.token}
            {{- end }}
            {{- range $id, $key := $values.secrets.encryption.keys }}
            - {key: {{ $key }}, path: webhooks.secrets.keys.{{ $id }}}
            {{- end }}
      {{- if hasPrefix "SASL_" $values.kafka.security.protocol }}
      {{- $sasl := $values.kafka.security.sasl }}
      - secret:
          name: {{ required (printf "kafka.security.sasl.existingSecret.%s is required" .login) (get $sasl.existingSecret .login) }}
          items:
            - {key: {{ $sasl.jaasConfigKey }}, path: spring.kafka.properties.sasl.jaas.config}
      {{- end }}
      {{- end }}
{{- end }}

{{- define "webhooks.databaseCaVolume" -}}
{{- with .Values.database.tls }}
{{- if .caSecret }}
- name: database-ca
  secret:
    secretName: {{ .caSecret }}
    defaultMode: 0440
    items:
      - {key: {{ .caKey }}, path: {{ .caKey }}}
{{- end }}
{{- end }}
{{- end }}

{{- define "webhooks.kafkaCaVolume" -}}
{{- with .Values.kafka.security }}
{{- if .caSecret }}
- name: kafka-ca
  secret:
    secretName: {{ .caSecret }}
    defaultMode: 0440
    items:
      - {key: {{ .caKey }}, path: {{ .caKey }}}
{{- end }}
{{- end }}
{{- end }}

{{- define "webhooks.caMounts" -}}
{{- if .Values.database.tls.caSecret }}
- {name: database-ca, mountPath: /etc/webhooks/database-ca, readOnly: true}
{{- end }}
{{- if .Values.kafka.security.caSecret }}
- {name: kafka-ca, mountPath: /etc/webhooks/kafka-ca, readOnly: true}
{{- end }}
{{- end }}
