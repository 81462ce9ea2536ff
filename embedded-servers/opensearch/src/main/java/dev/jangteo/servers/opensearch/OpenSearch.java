package dev.jangteo.servers.opensearch;

import java.util.concurrent.CountDownLatch;

import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * Runs one OpenSearch node on {@code args[1]} (transport on {@code args[2]}), with its
 * data under the folder {@code args[0]}, until the process is asked to end.
 */
public final class OpenSearch {

	private OpenSearch() {
	}

	public static void main(String[] args) throws Exception {

		var runner = new OpenSearchRunner();

		runner.onBuild((number, settings) -> {
			settings.put("discovery.type", "single-node");
			settings.put("network.host", "127.0.0.1");
			settings.put("http.port", args[1]);
			settings.put("transport.port", args[2]);
			settings.put("http.cors.enabled", false);
			settings.put("action.auto_create_index", false);
			settings.put("node.store.allow_mmap", false);
			settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
		})
			.build(OpenSearchRunner.newConfigs()
				.clusterName("jangteo")
				.numOfNode(1)
				.basePath(args[0])
				.useLogger()
				.pluginTypes(NoriPlugin.class.getName()));

		Runtime.getRuntime().addShutdownHook(new Thread(() -> close(runner), "shutdown"));

		System.out.println("opensearch is up");
		new CountDownLatch(1).await();
	}

	private static void close(OpenSearchRunner runner) {

		try {
			runner.close();
		}
		catch (Exception e) {
			e.printStackTrace(System.err);
		}
	}

}
