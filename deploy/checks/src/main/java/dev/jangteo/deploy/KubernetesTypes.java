package dev.jangteo.deploy;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;

/**
 * Compares objects with the Kubernetes API, field by field. A field the API does not know
 * would be dropped without a word by a cluster, or refused only there.
 */
final class KubernetesTypes {

	private static final String MODEL = "io.fabric8.kubernetes.api.model.";

	private static final Map<String, String> PACKAGES = Map.of("v1", MODEL, "apps/v1", MODEL + "apps.",
			"autoscaling/v2", MODEL + "autoscaling.v2.", "batch/v1", MODEL + "batch.v1.", "networking.k8s.io/v1",
			MODEL + "networking.v1.", "policy/v1", MODEL + "policy.v1.", "rbac.authorization.k8s.io/v1",
			MODEL + "rbac.", "gateway.networking.k8s.io/v1", MODEL + "gatewayapi.v1.", "monitoring.coreos.com/v1",
			"io.fabric8.openshift.api.model.monitoring.v1.");

	private static final Set<String> NO_SPEC = Set.of("ServiceAccount", "ConfigMap", "Secret", "Role", "RoleBinding");

	/** What is wrong with a field, and where. */
	interface Complaints {

		void about(Yaml at, String key, String message);

	}

	private final Complaints complaints;

	KubernetesTypes(Complaints complaints) {
		this.complaints = complaints;
	}

	void check(Yaml object) {
		var version = object.text("apiVersion");
		var kind = object.text("kind");
		typeOf(version, kind).ifPresentOrElse(type -> {
			walk(object, type, kind);
			if (object.text("metadata", "name").isEmpty()) {
				complaints.about(object, "metadata", kind + " has no name");
			}
			if (!NO_SPEC.contains(kind) && object.get("spec").isEmpty()) {
				complaints.about(object, "kind", kind + " has no spec");
			}
		}, () -> complaints.about(object, "kind", "the Kubernetes API has no " + version + " " + kind));
	}

	private static Optional<Class<?>> typeOf(String version, String kind) {
		var folder = PACKAGES.get(version);
		if (folder == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(Class.forName(folder + kind));
		}
		catch (ClassNotFoundException _) {
			return Optional.empty();
		}
	}

	private void walk(Yaml value, Type type, String path) {
		if (value.isNothing()) {
			return;
		}
		if (type instanceof ParameterizedType parameterized) {
			walkMany(value, parameterized, path);
		}
		else if (type == String.class) {
			expect(value.isText(), value, path, "a text: quote it");
		}
		else if (type == Integer.class || type == Long.class) {
			expect(value.isNumber(), value, path, "a whole number");
		}
		else if (type == Boolean.class) {
			expect(value.isBoolean(), value, path, "true or false");
		}
		else if (type == IntOrString.class || type == Quantity.class) {
			expect(!value.isMap() && !value.isList(), value, path, "a number or a text");
		}
		else if (type instanceof Class<?> model && isModel(model)) {
			expect(value.isMap(), value, path, "an object");
			walkFields(value, model, path);
		}
	}

	private void walkMany(Yaml value, ParameterizedType type, String path) {
		if (type.getRawType() == List.class) {
			expect(value.isList(), value, path, "a list");
			var items = value.items();
			for (int i = 0; i < items.size(); i++) {
				walk(items.get(i), type.getActualTypeArguments()[0], path + "[" + i + "]");
			}
		}
		else if (type.getRawType() == Map.class) {
			expect(value.isMap(), value, path, "an object");
			value.entries().forEach((key, entry) -> walk(entry, type.getActualTypeArguments()[1], path + "." + key));
		}
	}

	private void walkFields(Yaml value, Class<?> model, String path) {
		var fields = fields(model);
		value.entries().forEach((key, entry) -> {
			var field = fields.get(key);
			if (field == null) {
				complaints.about(value, key, path + " has no field " + key);
			}
			else {
				walk(entry, field.getGenericType(), path + "." + key);
			}
		});
	}

	private void expect(boolean right, Yaml value, String path, String what) {
		if (!right) {
			complaints.about(value, path.replaceAll("\\[\\d+]$", "").replaceAll(".*\\.", ""),
					path + " has to be " + what);
		}
	}

	private static boolean isModel(Class<?> type) {
		return type.getName().startsWith("io.fabric8.") && !fields(type).isEmpty();
	}

	private static Map<String, Field> fields(Class<?> model) {
		var fields = new LinkedHashMap<String, Field>();
		for (Class<?> type = model; type != null && type != Object.class; type = type.getSuperclass()) {
			for (var field : type.getDeclaredFields()) {
				var property = field.getAnnotation(JsonProperty.class);
				if (property != null && !field.isAnnotationPresent(JsonIgnore.class)) {
					fields.putIfAbsent(property.value().isEmpty() ? field.getName() : property.value(), field);
				}
			}
		}
		return fields;
	}

}
