{{/* Addresses that no webhook may reach, as the services have them in url/BlockedRanges; a test compares the two lists. */}}
{{- define "webhooks.blockedIpv4" -}}
- 0.0.0.0/8
- 10.0.0.0/8
- 100.64.0.0/10
- 127.0.0.0/8
- 168.63.129.16/32
- 169.254.0.0/16
- 172.16.0.0/12
- 192.0.0.0/24
- 192.0.2.0/24
- 192.31.196.0/24
- 192.52.193.0/24
- 192.88.99.0/24
- 192.168.0.0/16
- 192.175.48.0/24
- 198.18.0.0/15
- 198.51.100.0/24
- 203.0.113.0/24
- 224.0.0.0/4
- 240.0.0.0/4
- 255.255.255.255/32
{{- end }}

{{- define "webhooks.blockedIpv6" -}}
- 2001::/23
- 2001:db8::/32
- 2620:4f:8000::/48
- 3ffe::/16
- 3fff::/20
{{- end }}

{{- define "webhooks.egressDns" -}}
- to: {{- toYaml .Values.networkPolicy.dns.to | nindent 4 }}
  ports:
    - {protocol: UDP, port: {{ .Values.networkPolicy.dns.port }}}
    - {protocol: TCP, port: {{ .Values.networkPolicy.dns.port }}}
{{- end }}

{{/* A rule without peers would allow every address at that port. */}}
{{- define "webhooks.egressDatabase" -}}
{{- with .Values.networkPolicy.database }}
{{- if not .to }}{{ fail "networkPolicy.database.to is required: where PostgreSQL is" }}{{ end }}
- to: {{- toYaml .to | nindent 4 }}
  ports:
    - {protocol: TCP, port: {{ .port }}}
{{- end }}
{{- end }}

{{- define "webhooks.egressKafka" -}}
{{- with .Values.networkPolicy.kafka }}
{{- if not .to }}{{ fail "networkPolicy.kafka.to is required: where the brokers are" }}{{ end }}
- to: {{- toYaml .to | nindent 4 }}
  ports:
    {{- range .ports }}
    - {protocol: TCP, port: {{ . }}}
    {{- end }}
{{- end }}
{{- end }}

{{- define "webhooks.egressReceivers" -}}
- to:
    - ipBlock:
        cidr: 0.0.0.0/0
        except:
          {{- include "webhooks.blockedIpv4" . | nindent 10 }}
          {{- range .Values.receivers.blockedCidrs }}
          {{- if not (contains ":" .) }}
          - {{ . }}
          {{- end }}
          {{- end }}
    # The only block from which global unicast is assigned.
    - ipBlock:
        cidr: 2000::/3
        except:
          {{- include "webhooks.blockedIpv6" . | nindent 10 }}
          {{- range .Values.receivers.blockedCidrs }}
          {{- /* What begins with 2 or 3 lies within; all else is not let through anyway. */}}
          {{- if regexMatch "^[23][0-9a-fA-F]{3}:" . }}
          - {{ . | quote }}
          {{- end }}
          {{- end }}
  {{- with .Values.receivers.ports }}
  ports:
    {{- range . }}
    - {protocol: TCP, port: {{ . }}}
    {{- end }}
  {{- end }}
{{- end }}

{{/* All that a service may reach. */}}
{{- define "webhooks.egress" -}}
{{ include "webhooks.egressDns" . }}
{{ include "webhooks.egressDatabase" . | trim }}
{{ include "webhooks.egressKafka" . | trim }}
{{ include "webhooks.egressReceivers" . }}
{{- with .Values.networkPolicy.extraEgress }}
{{ toYaml . }}
{{- end }}
{{- end }}
