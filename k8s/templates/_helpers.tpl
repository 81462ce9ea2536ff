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

{{- /* An entry of the services with the defaults it does not change, as JSON. */ -}}
{{- define "jangteo.settings" -}}
{{ mergeOverwrite (deepCopy .root.Values.defaults) (deepCopy (index .root.Values.services .name)) | toJson }}
{{- end }}

{{- /*
What runs of a service, as JSON: blue always, under the service's own name; green or canary beside it. A release that starts
or ends therefore never replaces the pods that answer.
*/ -}}
{{- define "jangteo.tracks" -}}
{{- $tracks := list (dict "track" "blue" "name" .name) }}
{{- if eq .settings.release.mode "blueGreen" }}
{{- $tracks = append $tracks (dict "track" "green" "name" (printf "%s-green" .name)) }}
{{- else if eq .settings.release.mode "canary" }}
{{- $tracks = append $tracks (dict "track" "canary" "name" (printf "%s-canary" .name)) }}
{{- end }}
{{- $tracks | toJson }}
{{- end }}

{{- define "jangteo.image" -}}
{{- $tag := index .settings.release.tags .track | default .root.Values.image.tag -}}
{{ printf "%s/%s:%s" (.root.Values.image.registry | default "jangteo") .name $tag }}
{{- end }}

{{- define "jangteo.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .user }}
runAsGroup: {{ .user }}
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "jangteo.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}
