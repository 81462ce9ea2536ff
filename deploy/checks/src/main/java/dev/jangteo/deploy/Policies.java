package dev.jangteo.deploy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.jangteo.deploy.Rendering.Rendered;

/** What has to hold for the objects of the chart together. */
final class Policies {

	private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet");

	/** What is wrong with an object. */
	interface Complaints {

		void about(Rendered one, String key, String message);

	}

	private final Complaints complaints;

	Policies(Complaints complaints) {
		this.complaints = complaints;
	}

	void check(List<Rendered> all) {
		var names = new HashSet<String>();
		for (var one : all) {
			var kind = one.object().text("kind");
			if (!names.add(kind + " " + one.object().text("metadata", "name"))) {
				complaints.about(one, "name", "there are two of it");
			}
			switch (kind) {
				case "Deployment", "StatefulSet" -> {
					workload(one);
					pod(one, one.object().get("spec", "template", "spec").orElse(one.object()));
				}
				case "CronJob" ->
					pod(one, one.object().get("spec", "jobTemplate", "spec", "template", "spec").orElse(one.object()));
				case "Service" -> service(one, all);
				case "HorizontalPodAutoscaler" -> scaled(one, all);
				case "ConfigMap" -> noSecrets(one);
				default -> {
				}
			}
		}
		secrets(all);
	}

	private void workload(Rendered one) {
		var labels = labels(one.object(), "spec", "template", "metadata", "labels");
		labels(one.object(), "spec", "selector", "matchLabels").forEach((key, value) -> {
			if (!value.equals(labels.get(key))) {
				complaints.about(one, "matchLabels", "its selector does not match its own pods: " + key);
			}
		});
		if (one.object().text("kind").equals("Deployment")) {
			for (var container : one.object().items("spec", "template", "spec", "containers")) {
				for (var probe : List.of("readinessProbe", "livenessProbe", "startupProbe")) {
					if (container.get(probe).isEmpty()) {
						complaints.about(one, "containers", "a container has no " + probe);
					}
				}
				if (container.get("lifecycle", "preStop").isEmpty()) {
					complaints.about(one, "lifecycle", "a pod told to stop refuses requests at once: no preStop");
				}
			}
			if (one.object().items("spec", "template", "spec", "topologySpreadConstraints").isEmpty()) {
				complaints.about(one, "topologySpreadConstraints", "its pods are not spread");
			}
		}
	}

	/** The restricted standard of Kubernetes, and limits. */
	private void pod(Rendered one, Yaml pod) {
		require(one, pod.text("securityContext", "runAsNonRoot").equals("true"), "runAsNonRoot",
				"the pod may run as root");
		require(one, pod.text("securityContext", "seccompProfile", "type").equals("RuntimeDefault"), "seccompProfile",
				"the pod has no seccomp profile");
		if (pod.text("serviceAccountName").equals("jangteo-scaler")) {
			require(one, WORKLOADS.stream().noneMatch(one.object().text("kind")::equals), "serviceAccountName",
					"a service may not scale");
		}
		else {
			require(one, pod.text("automountServiceAccountToken").equals("false"), "automountServiceAccountToken",
					"the pod gets a token of the cluster it does not need");
		}
		for (var container : pod.items("containers")) {
			var security = container.get("securityContext");
			require(one, security.map(s -> s.text("allowPrivilegeEscalation")).orElse("").equals("false"),
					"allowPrivilegeEscalation", "a container may gain privileges");
			require(one,
					security.map(s -> s.items("capabilities", "drop").stream().anyMatch(c -> c.text().equals("ALL")))
						.orElse(false),
					"capabilities", "a container keeps capabilities");
			if (one.object().text("kind").equals("Deployment")) {
				require(one, security.map(s -> s.text("readOnlyRootFilesystem")).orElse("").equals("true"),
						"readOnlyRootFilesystem", "a container may write to its root file system");
			}
			for (var resource : List.of("cpu", "memory")) {
				require(one, container.get("resources", "requests", resource).isPresent(), "resources",
						"a container requests no " + resource);
			}
			require(one, container.get("resources", "limits", "memory").isPresent(), "resources",
					"a container has no limit of memory");
			var image = container.text("image");
			require(one, image.contains(":") && !image.endsWith(":latest") && !image.endsWith(":"), "image",
					"the image has no version: " + image);
			var names = container.items("env").stream().map(variable -> variable.text("name")).toList();
			require(one, names.size() == new HashSet<>(names).size(), "env", "a variable is set twice: " + names);
		}
	}

	private void service(Rendered one, List<Rendered> all) {
		var selector = labels(one.object(), "spec", "selector");
		require(one,
				all.stream()
					.filter(other -> WORKLOADS.contains(other.object().text("kind")))
					.map(other -> labels(other.object(), "spec", "template", "metadata", "labels"))
					.anyMatch(labels -> labels.entrySet().containsAll(selector.entrySet())),
				"selector", "no pod answers it");
		var name = one.object().text("metadata", "labels", "app.kubernetes.io/name");
		for (var kind : List.of("ServiceAccount", "PodDisruptionBudget", "NetworkPolicy")) {
			require(one,
					all.stream()
						.anyMatch(other -> other.object().text("kind").equals(kind)
								&& other.object().text("metadata", "name").equals(name)),
					"kind", "there is no " + kind + " " + name);
		}
	}

	private void scaled(Rendered one, List<Rendered> all) {
		var target = one.object().text("spec", "scaleTargetRef", "name");
		var deployment = all.stream()
			.map(Rendered::object)
			.filter(other -> other.text("kind").equals("Deployment") && other.text("metadata", "name").equals(target))
			.findFirst();
		require(one, deployment.isPresent(), "scaleTargetRef", "there is no Deployment " + target);
		require(one, deployment.flatMap(found -> found.get("spec", "replicas")).isEmpty(), "replicas",
				"its Deployment says a number of replicas as well, and each upgrade would set it back");
		require(one,
				Integer.parseInt(one.object().text("spec", "minReplicas")) <= Integer
					.parseInt(one.object().text("spec", "maxReplicas")),
				"minReplicas", "the least is more than the most");
	}

	private void noSecrets(Rendered one) {
		one.object().get("data").ifPresent(data -> data.entries().forEach((key, value) -> {
			if (key.matches(".*(PASSWORD|SECRET|_KEY)$") && !value.text().isEmpty()) {
				complaints.about(one, key, "a secret stands in a ConfigMap: " + key);
			}
		}));
	}

	/** Every key that is asked of our own Secret is in it. */
	private void secrets(List<Rendered> all) {
		var known = all.stream()
			.map(Rendered::object)
			.filter(object -> object.text("kind").equals("Secret"))
			.collect(Collectors.toMap(object -> object.text("metadata", "name"),
					object -> object.get("stringData").map(Yaml::entries).orElse(Map.of()).keySet(), (a, _) -> a,
					TreeMap::new));
		for (var one : all) {
			for (var container : one.object().items("spec", "template", "spec", "containers")) {
				for (var variable : container.items("env")) {
					variable.get("valueFrom", "secretKeyRef").ifPresent(reference -> {
						var keys = known.get(reference.text("name"));
						require(one, keys == null || keys.contains(reference.text("key")), variable.text("name"),
								"the Secret has no key " + reference.text("key"));
					});
				}
			}
		}
	}

	private void require(Rendered one, boolean holds, String key, String message) {
		if (!holds) {
			complaints.about(one, key, message);
		}
	}

	private static Map<String, String> labels(Yaml object, String... path) {
		return object.get(path)
			.map(Yaml::entries)
			.orElse(Map.of())
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().text()));
	}

}
