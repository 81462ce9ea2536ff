package dev.jangteo.order.stock;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.ETags;
import dev.jangteo.order.catalog.ProductId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Owners look at their stock and count it anew.
 */
@RestController
@RequestMapping("/api/v1/owner/products/{id}/stock")
class StockController {

	private final CountStock stock;

	StockController(CountStock stock) {
		this.stock = stock;
	}

	@GetMapping
	ResponseEntity<StockRepresentation> show(Caller caller, @PathVariable UUID id) {
		return represent(stock.levelOf(caller.memberId(), new ProductId(id)));
	}

	@PutMapping
	ResponseEntity<StockRepresentation> count(Caller caller, @PathVariable UUID id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@Valid @RequestBody StockForm form) {
		return represent(stock.count(caller.memberId(), new ProductId(id), form.quantity(), ifMatch));
	}

	private static ResponseEntity<StockRepresentation> represent(StockLevel level) {
		return ResponseEntity.ok()
			.eTag(ETags.of(level.version()))
			.body(new StockRepresentation(level.productId().value(), level.shopId(), level.quantity(),
					level.available(), level.version()));
	}

	/**
	 * A count.
	 *
	 * @param quantity {@code null}: not limited; it must be said, so that an empty body
	 * lifts no limit
	 */
	record StockForm(@JsonProperty(required = true) @PositiveOrZero @Max(1_000_000) @Nullable Integer quantity) {
	}

	record StockRepresentation(UUID productId, UUID shopId, @Nullable Integer quantity, boolean available,
			long version) {
	}

}
