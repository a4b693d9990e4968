{{/* Names. A component is api-service or delivery-worker, which is also the job in Prometheus. */}}
{{- define "webhooks.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "webhooks.api" -}}{{ include "webhooks.name" . }}-api{{- end }}
{{- define "webhooks.worker" -}}{{ include "webhooks.name" . }}-worker{{- end }}

{{/* What never changes, and so may select: the caller gives root and component. */}}
{{- define "webhooks.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "webhooks.labels" -}}
{{ include "webhooks.selector" . }}
app.kubernetes.io/part-of: webhooks
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{/* Without versions: a pod starts again for what changes in it, not for a new number of the chart. */}}
{{- define "webhooks.podLabels" -}}
{{ include "webhooks.selector" . }}
app.kubernetes.io/part-of: webhooks
{{- with .root.Values.pods.labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* An image's full name. */}}
{{- define "webhooks.image" -}}
{{- $registry := required "image.registry is required: the project publishes no images" .root.Values.image.registry }}
{{- if .image.digest }}{{ printf "%s/%s@%s" $registry .image.repository .image.digest }}
{{- else }}{{ printf "%s/%s:%s" $registry .image.repository (.image.tag | default .root.Chart.AppVersion) }}{{ end }}
{{- end }}

{{/* PodSecurity restricted: of the pod, and of its container. */}}
{{- define "webhooks.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .Values.pods.runAsUser }}
runAsGroup: {{ .Values.pods.runAsUser }}
fsGroup: {{ .Values.pods.runAsUser }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "webhooks.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{/* What all pods of the chart share, below spec. */}}
{{- define "webhooks.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.pods.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.pods.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.pods.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
securityContext: {{- include "webhooks.podSecurity" . | nindent 2 }}
{{- end }}

{{/* Away from each other where there is room: a zone and a node lost cost as few pods as possible. */}}
{{- define "webhooks.spread" -}}
{{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
- topologyKey: {{ . }}
  maxSkew: 1
  whenUnsatisfiable: ScheduleAnyway
  labelSelector:
    matchLabels: {{- include "webhooks.selector" $ | nindent 6 }}
  matchLabelKeys: [pod-template-hash]
{{- end }}
{{- end }}

{{/* Every 2 s: two minutes for the service, and the time for migrations where it runs them itself. */}}
{{- define "webhooks.startupTries" -}}
{{- if eq .Values.migrations.mode "startup" }}{{ add 60 (div (int .Values.migrations.activeDeadlineSeconds) 2) }}{{ else }}60{{ end }}
{{- end }}
