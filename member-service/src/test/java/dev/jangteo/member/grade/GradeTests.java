package dev.jangteo.member.grade;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import dev.jangteo.events.UuidV7;
import dev.jangteo.events.Versioned;
import dev.jangteo.member.MemberServiceTests;
import dev.jangteo.member.grade.OrderNotifications.OrderState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class GradeTests extends MemberServiceTests {

	@Autowired
	OrderNotifications orders;

	@ParameterizedTest
	@CsvSource({ "0, WELCOME", "4, WELCOME", "5, REGULAR", "19, REGULAR", "20, FAVOURITE", "1000, FAVOURITE" })
	void aGradeIsMadeOfDeliveredOrders(int delivered, Grade grade) {
		assertThat(Grade.of(delivered)).isEqualTo(grade);
	}

	@Test
	void deliveredOrdersRaiseTheGradeOnceAndAnnounceIt() {
		var me = somebody("SHOPPER").id();
		var five = delivered(me, 5);
		this.orders.apply(five);
		this.orders.apply(five);
		assertThat(grade(me)).isEqualTo("REGULAR");
		assertThat(version(me)).isEqualTo(2);
		this.orders.apply(List.of(new Versioned<>(UuidV7.next(), 1, new OrderState(me, "PLACED"))));
		assertThat(version(me)).isEqualTo(2);
	}

	@Test
	void lateAndDoubledStatesChangeNothing() {
		var me = somebody("SHOPPER").id();
		var five = delivered(me, 5);
		var history = new ArrayList<Versioned<OrderState>>();
		for (var order : five) {
			history.add(new Versioned<>(order.id(), 1, new OrderState(me, "PLACED")));
			history.add(new Versioned<>(order.id(), 2, new OrderState(me, "DISPATCHED")));
			history.add(order);
			history.add(order);
		}
		Collections.shuffle(history, new Random(7));
		history.forEach((state) -> this.orders.apply(List.of(state)));
		assertThat(grade(me)).isEqualTo("REGULAR");
		assertThat(this.orders.versions(List.of(five.getFirst().id()))).containsEntry(five.getFirst().id(), 3L);
	}

	@Test
	void aRemovedOrderCountsNoMoreUntilItIsBack() {
		var me = somebody("SHOPPER").id();
		var five = delivered(me, 5);
		this.orders.apply(five);
		this.orders.remove(five.getFirst().id(), 2);
		assertThat(grade(me)).as("an older removal").isEqualTo("REGULAR");
		this.orders.remove(five.getFirst().id(), 3);
		assertThat(grade(me)).isEqualTo("WELCOME");
		this.orders.apply(five);
		assertThat(grade(me)).isEqualTo("REGULAR");
	}

	@Test
	void batchesAtTheSameTimeCountTogether() {
		var me = somebody("SHOPPER").id();
		var batches = delivered(me, 20).stream()
			.map((order) -> CompletableFuture.runAsync(() -> this.orders.apply(List.of(order))))
			.toList();
		batches.forEach(CompletableFuture::join);
		assertThat(grade(me)).isEqualTo("FAVOURITE");
	}

	@Test
	void anOrderOfAStrangerOrOfAnErasedMemberIsKeptWithoutAGrade() {
		this.orders.apply(delivered(UUID.randomUUID(), 5));
		assertThat(this.orders.isEmpty()).isFalse();
		assertThat(this.orders.versionIndex().digests()).isNotEmpty();
	}

	private static List<Versioned<OrderState>> delivered(UUID member, int count) {
		var orders = new ArrayList<Versioned<OrderState>>();
		for (var i = 0; i < count; i++) {
			orders.add(new Versioned<>(UuidV7.next(), 3, new OrderState(member, "DELIVERED")));
		}
		return orders;
	}

	private String grade(UUID member) {
		return this.jdbc.sql("select grade from members where id = ?").param(member).query(String.class).single();
	}

	private long version(UUID member) {
		return this.jdbc.sql("select version from members where id = ?").param(member).query(Long.class).single();
	}

}
