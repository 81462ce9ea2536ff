package dev.jangteo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.jangteo.benchmarks.figures.Figure;
import dev.jangteo.benchmarks.figures.Outcome;
import dev.jangteo.benchmarks.figures.Series;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run as JSON: every round of every figure, so that runs can be compared later.
 *
 * @param command that made it
 * @param machine it was made on
 * @param seconds it took in all
 * @param outcomes of the benchmarks
 */
record Report(String command, Machine machine, long seconds, List<Outcome> outcomes) {

	private static final int FORMAT = 1;

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	void write(Path file) throws IOException {
		Path parent = file.toAbsolutePath().getParent();
		if (parent != null) {
			Files.createDirectories(parent);
		}
		Files.writeString(file, json() + "\n");
	}

	String json() {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("format", FORMAT);
		document.put("command", this.command);
		document.put("machine", this.machine);
		document.put("seconds", this.seconds);
		document.put("benchmarks", this.outcomes.stream().map(Report::json).toList());
		return JSON.writeValueAsString(document);
	}

	private static Map<String, Object> json(Outcome outcome) {
		Map<String, Object> node = new LinkedHashMap<>();
		node.put("name", outcome.benchmark());
		switch (outcome) {
			case Outcome.Measured measured -> {
				node.put("seconds", measured.took().toSeconds());
				node.put("figures", measured.figures().stream().map(Report::json).toList());
			}
			case Outcome.NotMeasured missing -> node.put("notMeasured", missing.reason());
		}
		return node;
	}

	private static Map<String, Object> json(Figure figure) {
		Map<String, Object> node = new LinkedHashMap<>();
		node.put("name", figure.name());
		node.put("what", figure.what());
		node.put("unit", figure.unit());
		node.put("ours", json(figure.ours()));
		Figure.Peer peer = figure.peer();
		if (peer != null) {
			node.put("peer", peer.name());
			node.put("theirs", json(peer.rounds()));
		}
		Series ratio = figure.ratio();
		if (ratio != null) {
			node.put("ratio", json(ratio));
		}
		node.put("reach", figure.reach().toString());
		node.put("verdict", figure.verdict());
		node.put("settled", figure.settled());
		node.put("notes", figure.notes());
		return node;
	}

	private static Map<String, Object> json(Series series) {
		Map<String, Object> node = new LinkedHashMap<>();
		node.put("median", series.median());
		node.put("spread", series.spread());
		node.put("rounds", series.rounds());
		return node;
	}

}
