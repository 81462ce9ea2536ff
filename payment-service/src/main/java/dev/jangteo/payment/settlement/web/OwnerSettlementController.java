package dev.jangteo.payment.settlement.web;

import java.time.LocalDate;
import java.util.UUID;

import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.CursorPage;
import dev.jangteo.defaults.Cursors;
import dev.jangteo.defaults.Problem;
import dev.jangteo.payment.orders.MemberId;
import dev.jangteo.payment.settlement.Settlement;
import dev.jangteo.payment.settlement.SettlementId;
import dev.jangteo.payment.settlement.Settlements;
import dev.jangteo.payment.settlement.Settlements.Line;
import dev.jangteo.payment.settlement.Settlements.Position;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an owner sees of the money.
 */
@RestController
@RequestMapping("/api/v1/owner/settlements")
class OwnerSettlementController {

	private final Settlements settlements;

	OwnerSettlementController(Settlements settlements) {
		this.settlements = settlements;
	}

	@GetMapping
	CursorPage<Settlement> list(Caller caller, @RequestParam(required = false) @Nullable String cursor,
			@RequestParam(required = false) @Nullable Integer limit) {
		var size = Cursors.limit(limit);
		var before = Cursors.decode("settlements", cursor,
				(keys) -> new Position(LocalDate.parse(keys.get(0)), keys.get(1)));
		return CursorPage.of(settlements.of(new MemberId(caller.memberId()), before, size + 1), size,
				(last) -> Cursors.encode("settlements", last.businessDay(), last.payout().currency()));
	}

	@GetMapping("/{id}")
	Statement show(Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable String cursor,
			@RequestParam(required = false) @Nullable Integer limit) {
		var settlement = settlements.findOf(new MemberId(caller.memberId()), new SettlementId(id))
			.orElseThrow(() -> Problem.notFound("settlement"));
		var list = "settlement:" + id;
		var size = Cursors.limit(limit);
		var after = Cursors.decode(list, cursor, (keys) -> UUID.fromString(keys.getFirst()));
		return new Statement(settlement, CursorPage.of(settlements.lines(settlement.id(), after, size + 1), size,
				(last) -> Cursors.encode(list, last.id())));
	}

	/**
	 * A settlement line by line.
	 */
	record Statement(Settlement settlement, CursorPage<Line> lines) {
	}

}
