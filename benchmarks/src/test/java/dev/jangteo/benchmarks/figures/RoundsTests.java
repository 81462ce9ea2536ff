package dev.jangteo.benchmarks.figures;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

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

	@Test
	void goesOnUntilItIsSettledAndForgetsWhatWasBefore() throws Exception {
		Iterator<Double> warming = List.of(10d, 20d, 40d, 80d, 82d, 81d, 83d).iterator();
		Measurements measured = new Rounds(3, 4).with("ours", warming::next).with("peer", () -> 7).run();
		assertThat(measured.of("ours").rounds()).containsExactly(80d, 82d, 81d);
		assertThat(measured.of("peer").rounds()).hasSize(3);
	}

	@Test
	void givesUpWaitingAfterTheExtraRounds() throws Exception {
		AtomicInteger round = new AtomicInteger();
		Measurements measured = new Rounds(2, 3).with("ours", () -> Math.pow(2, round.incrementAndGet())).run();
		assertThat(measured.of("ours").rounds()).containsExactly(16d, 32d);
		assertThat(measured.of("ours").settled()).isFalse();
	}

}
