package dev.jangteo.deploy;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromqlTests {

	@Test
	void namesOfMetricsAreFoundAmongFunctionsAndLabels() {
		assertThat(Promql.metrics(
				"""
						histogram_quantile(0.99, sum by (le, uri) (rate(requests_bucket{application="$service", uri!~"a{2}"}[5m])))
						  / on (instance) group_left (name) jangteo:late:bool offset 5m > bool 3 and errors_total unless vector(1e3)
						"""))
			.containsExactly("errors_total", "jangteo:late:bool", "requests_bucket");
	}

}
