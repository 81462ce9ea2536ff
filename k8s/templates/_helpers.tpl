{{- define "jangteo.labels" -}}
app.kubernetes.io/part-of: jangteo
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{ include "jangteo.selector" . }}
{{- end }}

{{- define "jangteo.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "jangteo.secret" -}}
{{ .Values.secrets.existing | default (printf "%s-secrets" .Release.Name) }}
{{- end }}

{{- /* A key of the platform's secret as an environment variable. */ -}}
{{- define "jangteo.secretEnv" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ include "jangteo.secret" .root }}
      key: {{ .key }}
{{- end }}
