package dev.jangteo.shop.shops.web;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;

import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.CursorPage;
import dev.jangteo.defaults.ETags;
import dev.jangteo.shop.shops.ChangeShop;
import dev.jangteo.shop.shops.FoundShop;
import dev.jangteo.shop.shops.OpeningHours;
import dev.jangteo.shop.shops.OwnShops;
import dev.jangteo.shop.shops.ShopEdition;
import dev.jangteo.shop.shops.ShopId;
import dev.jangteo.shop.values.InvalidValue;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/owner/shops")
class ShopController {

	private final FoundShop founding;

	private final ChangeShop changing;

	private final OwnShops shops;

	private final Clock clock;

	ShopController(FoundShop founding, ChangeShop changing, OwnShops shops, Clock clock) {
		this.founding = founding;
		this.changing = changing;
		this.shops = shops;
		this.clock = clock;
	}

	@PostMapping
	ResponseEntity<ShopRepresentation> found(Caller caller, @RequestBody @Valid ShopForm form) {

		var hours = hours(form.opening());
		var shop = this.founding.found(caller.memberId(), form.details(),
				(hours != null) ? hours : OpeningHours.none());

		return ResponseEntity.created(URI.create("/api/v1/owner/shops/" + shop.id().value()))
			.eTag(ETags.of(shop.version()))
			.body(represent(shop));
	}

	@GetMapping
	CursorPage<ShopRepresentation> list(Caller caller, @RequestParam @Nullable String cursor,
			@RequestParam @Nullable Integer limit) {
		return this.shops.list(caller.memberId(), cursor, limit).map(this::represent);
	}

	@GetMapping("/{id}")
	ResponseEntity<ShopRepresentation> one(Caller caller, @PathVariable UUID id) {
		return answer(this.shops.one(caller.memberId(), new ShopId(id)));
	}

	@PutMapping("/{id}")
	ResponseEntity<ShopRepresentation> describe(Caller caller, @PathVariable UUID id,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@RequestBody @Valid ShopForm form) {
		return answer(this.changing.describe(caller.memberId(), new ShopId(id), ETags.required(ifMatch), form.details(),
				hours(form.opening())));
	}

	@PutMapping("/{id}/opening")
	ResponseEntity<ShopRepresentation> open(Caller caller, @PathVariable UUID id,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@RequestBody @Valid OpeningForm form) {
		return answer(this.changing.open(caller.memberId(), new ShopId(id), ETags.required(ifMatch), form.hours()));
	}

	@DeleteMapping("/{id}")
	ResponseEntity<Void> closeDown(Caller caller, @PathVariable UUID id,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		this.changing.closeDown(caller.memberId(), new ShopId(id), ETags.required(ifMatch));
		return ResponseEntity.noContent().build();
	}

	private static @Nullable OpeningHours hours(@Nullable OpeningForm form) {
		try {
			return (form != null) ? form.hours() : null;
		}
		catch (InvalidValue ex) {
			throw ex.under("opening");
		}
	}

	private ResponseEntity<ShopRepresentation> answer(ShopEdition shop) {
		return ResponseEntity.ok().eTag(ETags.of(shop.version())).body(represent(shop));
	}

	private ShopRepresentation represent(ShopEdition shop) {
		return ShopRepresentation.of(shop, this.clock.instant());
	}

}
