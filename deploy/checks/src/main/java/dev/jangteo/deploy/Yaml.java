package dev.jangteo.deploy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A piece of YAML or JSON that knows its line.
 *
 * @param file it was read from
 */
record Yaml(String file, Node node) {

	/** What cannot be read is a finding, and an empty list. */
	static List<Yaml> read(String file, String text, Findings findings) {
		var documents = new ArrayList<Yaml>();
		var options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		options.setMaxAliasesForCollections(1000);
		try {
			for (var node : new org.yaml.snakeyaml.Yaml(options).composeAll(new StringReader(text))) {
				documents.add(new Yaml(file, node));
			}
		}
		catch (MarkedYAMLException ex) {
			findings.add(file, (ex.getProblemMark() == null) ? 1 : ex.getProblemMark().getLine() + 1,
					"cannot be read: " + ex.getProblem());
			return List.of();
		}
		documents.forEach(document -> document.refuseDoubledKeys(findings));
		return documents;
	}

	static List<Yaml> read(Project project, String file, Findings findings) {
		return read(file, project.text(file), findings);
	}

	int line() {
		return node.getStartMark().getLine() + 1;
	}

	boolean isMap() {
		return node instanceof MappingNode;
	}

	boolean isList() {
		return node instanceof SequenceNode;
	}

	boolean isNothing() {
		return node.getTag().equals(Tag.NULL);
	}

	/** The text of a scalar, and nothing of everything else. */
	String text() {
		return (node instanceof ScalarNode scalar && !isNothing()) ? scalar.getValue() : "";
	}

	/** Whether a scalar means a text: it was quoted, or nothing else could be meant. */
	boolean isText() {
		return node instanceof ScalarNode scalar
				&& (scalar.getScalarStyle() != ScalarStyle.PLAIN || node.getTag().equals(Tag.STR));
	}

	boolean isNumber() {
		return node.getTag().equals(Tag.INT) && !isText();
	}

	boolean isBoolean() {
		return node.getTag().equals(Tag.BOOL) && !isText();
	}

	/** The entries of a map by key, with what is merged into it; its own entries win. */
	Map<String, Yaml> entries() {
		var entries = new LinkedHashMap<String, Yaml>();
		if (node instanceof MappingNode map) {
			for (var tuple : map.getValue()) {
				if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
					var merged = new Yaml(file, tuple.getValueNode());
					(merged.isList() ? merged.items() : List.of(merged)).forEach(one -> entries.putAll(one.entries()));
				}
			}
			for (var tuple : map.getValue()) {
				if (tuple.getKeyNode() instanceof ScalarNode key && !key.getTag().equals(Tag.MERGE)) {
					entries.put(key.getValue(), new Yaml(file, tuple.getValueNode()));
				}
			}
		}
		return entries;
	}

	/** The line of a key, which may differ from that of its value. */
	int lineOf(String key) {
		if (node instanceof MappingNode map) {
			for (var tuple : map.getValue()) {
				if (tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
					return tuple.getKeyNode().getStartMark().getLine() + 1;
				}
			}
		}
		return line();
	}

	List<Yaml> items() {
		var items = new ArrayList<Yaml>();
		if (node instanceof SequenceNode list) {
			list.getValue().forEach(item -> items.add(new Yaml(file, item)));
		}
		return items;
	}

	Optional<Yaml> get(String... path) {
		var found = Optional.of(this);
		for (var key : path) {
			found = found.flatMap(at -> Optional.ofNullable(at.entries().get(key)));
		}
		return found;
	}

	String text(String... path) {
		return get(path).map(Yaml::text).orElse("");
	}

	List<Yaml> items(String... path) {
		return get(path).map(Yaml::items).orElse(List.of());
	}

	private void refuseDoubledKeys(Findings findings) {
		if (node instanceof MappingNode map) {
			var seen = new ArrayList<String>();
			for (var tuple : map.getValue()) {
				if (tuple.getKeyNode() instanceof ScalarNode key) {
					if (seen.contains(key.getValue()) && !key.getTag().equals(Tag.MERGE)) {
						findings.add(file, key.getStartMark().getLine() + 1,
								"the key " + key.getValue() + " is doubled");
					}
					seen.add(key.getValue());
				}
				new Yaml(file, tuple.getValueNode()).refuseDoubledKeys(findings);
			}
		}
		items().forEach(item -> item.refuseDoubledKeys(findings));
	}

}
