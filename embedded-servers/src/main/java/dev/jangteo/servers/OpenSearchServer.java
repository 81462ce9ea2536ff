package dev.jangteo.servers;

import java.nio.file.Path;
import java.util.List;

/**
 * OpenSearch 3 with Lucene's Korean analysis under the names of the official plugin. An
 * index is never made by a write to it.
 */
public final class OpenSearchServer extends JavaServer {

	private final int transportPort;

	public OpenSearchServer(int port, int transportPort, Path folder, ServerOptions options) {

		super("opensearch", port, folder, options);

		this.transportPort = transportPort;
	}

	public String url() {
		return "http://127.0.0.1:" + port();
	}

	@Override
	public List<Integer> ports() {
		return List.of(port(), this.transportPort);
	}

	@Override
	public boolean answers() {
		return HttpProbe.status(url() + "/_cluster/health?wait_for_status=yellow&timeout=1s") == HttpProbe.OK;
	}

	@Override
	String mainClass() {
		return "dev.jangteo.servers.opensearch.OpenSearch";
	}

	@Override
	List<String> arguments() {
		return List.of(folder().resolve("data").toString(), Integer.toString(port()),
				Integer.toString(this.transportPort));
	}

	@Override
	List<String> jvmOptions() {
		return List.of("--enable-native-access=ALL-UNNAMED", "--add-modules", "jdk.incubator.vector");
	}

}
