{{/* Names and partitions, as JSON. Names are those of the services; a test compares them. */}}
{{- define "webhooks.topics" -}}
{{- $domain := int .Values.kafka.topics.domainPartitions }}
{{- $topics := dict "webhook.deliveries" (int .Values.kafka.topics.deliveriesPartitions) "webhook.dead-letters" 1 }}
{{- range list "license.events" "regulatory.events" "coverage.events" "webhook.events" "webhook.endpoints" }}
{{- $_ := set $topics . $domain }}
{{- end }}
{{- toJson $topics }}
{{- end }}

{{- define "webhooks.topicConfig" -}}
min.insync.replicas: {{ .Values.kafka.topics.minInSyncReplicas }}
retention.ms: {{ mul (int64 .Values.kafka.topics.retentionHours) 3600000 }}
{{- end }}
