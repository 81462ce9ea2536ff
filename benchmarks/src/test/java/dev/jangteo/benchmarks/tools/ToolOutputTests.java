package dev.jangteo.benchmarks.tools;

import dev.jangteo.benchmarks.figures.Unmeasurable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ToolOutputTests {

	private static final String WRK = """
			Running 4s test @ http://127.0.0.1:8080
			  2 threads and 64 connections
			  Thread Stats   Avg      Stdev     Max   +/- Stdev
			    Latency     2.67ms    1.02ms  31.87ms   89.61%
			    Req/Sec    12.11k     1.08k   14.80k    71.25%
			  96345 requests in 4.01s, 118.07MB read
			Requests/sec:  24025.94
			Transfer/sec:     29.44MB
			""";

	@Test
	void readsTheRateOfWrk() {
		assertThat(Wrk.parse(WRK)).isEqualTo(new Wrk.Report(24025.94, 96345, 0, 0));
		assertThat(Wrk.parse(WRK).trusted("it")).isEqualTo(24025.94);
	}

	@Test
	void trustsNoRateOfWrkThatHasRefusalsInIt() {
		Wrk.Report report = Wrk.parse(WRK + "  Non-2xx or 3xx responses: 17\n");
		assertThatExceptionOfType(Unmeasurable.class).isThrownBy(() -> report.trusted("The gateway"))
			.withMessageContaining("The gateway: 17 of 96,345 answers were refusals");
	}

	@Test
	void countsBrokenRequestsOfWrk() {
		assertThat(Wrk.parse(WRK + "  Socket errors: connect 1, read 2, write 3, timeout 4\n").broken()).isEqualTo(10);
	}

	@Test
	void readsTheRateOfPgbench() {
		assertThat(PgBench.parse("""
				transaction type: place.sql
				scaling factor: 1
				query mode: prepared
				number of clients: 32
				number of threads: 2
				maximum number of tries: 1
				duration: 4 s
				number of transactions actually processed: 7613
				number of failed transactions: 0 (0.000%)
				latency average = 16.712 ms
				initial connection time = 105.261 ms
				tps = 1914.770283 (without initial connection time)
				""")).isEqualTo(1914.770283);
	}

	@Test
	void trustsNoRateOfPgbenchWithAbortedClients() {
		assertThatExceptionOfType(Unmeasurable.class).isThrownBy(() -> PgBench.parse("""
				pgbench: error: client 3 script 0 aborted in command 2 query 0: ERROR:  relation "orders" does not exist
				tps = 10.5 (without initial connection time)
				""")).withMessageContaining("relation \"orders\" does not exist");
	}

	@Test
	void readsTheRateOfRedisBenchmark() {
		assertThat(RedisBenchmark
			.parse("""
					"test","rps","avg_latency_ms","min_latency_ms","p50_latency_ms","p95_latency_ms","p99_latency_ms","max_latency_ms"
					"MGET a b","52631.58","0.489","0.128","0.479","0.607","0.807","1.783"
					"""))
			.isEqualTo(52631.58);
	}

	@Test
	void saysWhichPackageHoldsAnAbsentTool() {
		assertThatExceptionOfType(Unmeasurable.class)
			.isThrownBy(() -> Tool.search("no-such-program", "wrk", "/nowhere"))
			.withMessage("no-such-program is not installed here; on Debian or Ubuntu: apt-get install wrk");
	}

}
