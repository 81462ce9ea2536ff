package dev.jangteo.benchmarks.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundsTests {

	@Test
	void runsContendersInTurnsAndEveryOtherRoundInReverse() throws Exception {
		List<String> order = new ArrayList<>();
		Measurements measured = new Rounds(3).with("a", () -> {
			order.add("a");
			return order.size();
		}).withSeveral("b", () -> {
			order.add("b");
			return Map.of("b.p50", 1d, "b.p99", 2d);
		}).run();
		assertThat(order).containsExactly("a", "b", "b", "a", "a", "b");
		assertThat(measured.of("a").rounds()).containsExactly(1d, 4d, 5d);
		assertThat(measured.of("b.p99").rounds()).containsExactly(2d, 2d, 2d);
	}

}
