package dev.jangteo.search.finding.web;

import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Cursors;
import dev.jangteo.defaults.Problem;
import dev.jangteo.search.finding.FindShops;
import dev.jangteo.search.finding.Place;
import dev.jangteo.search.finding.ShopQuery;
import dev.jangteo.search.finding.ShopQuery.Sort;
import dev.jangteo.search.finding.ShowShop;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shops as anybody sees them. */
@RestController
@RequestMapping(path = "/api/v1/shops", produces = MediaType.APPLICATION_JSON_VALUE)
class ShopController {

	private static final List<String> SORTS = List.of("relevance", "distance", "rating", "deliveryFee");

	private final FindShops findShops;

	private final ShowShop showShop;

	ShopController(FindShops findShops, ShowShop showShop) {
		this.findShops = findShops;
		this.showShop = showShop;
	}

	@GetMapping
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShopList.class)))
	byte[] list(@ParameterObject ShopParameters parameters) {
		return this.findShops.find(parameters.query(), parameters.cursor(), Cursors.limit(parameters.limit()));
	}

	@GetMapping(params = "ids")
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShopList.class)))
	byte[] listed(@RequestParam String ids, @RequestParam(required = false) @Nullable Double lat,
			@RequestParam(required = false) @Nullable Double lng) {
		return this.findShops.show(Limits.ids(ids), Limits.place(lat, lng));
	}

	@GetMapping("/{id}")
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShopPage.class)))
	byte[] show(@PathVariable UUID id, @RequestParam(required = false) @Nullable Double lat,
			@RequestParam(required = false) @Nullable Double lng) {
		return this.showShop.show(id, Limits.place(lat, lng)).orElseThrow(() -> Problem.notFound("shop"));
	}

	/** The parameters of the list. */
	record ShopParameters(@Nullable String q, @Nullable String category, @Nullable Double lat, @Nullable Double lng,
			@Nullable Integer radius, @Nullable Boolean openNow, @Nullable Double minRating, @Nullable String sort,
			@Nullable String cursor, @Nullable Integer limit) {

		ShopQuery query() {
			var place = Limits.place(this.lat, this.lng);
			var order = Limits.choice("sort", this.sort, Sort.RELEVANCE, SORTS);
			if (place == null && (order == Sort.DISTANCE || order == Sort.DELIVERY_FEE)) {
				throw Problem.invalid("sort", "needs lat and lng");
			}
			return new ShopQuery(Limits.text("q", this.q), Limits.text("category", this.category), place, radius(place),
					Boolean.TRUE.equals(this.openNow), Limits.rating(this.minRating), order);
		}

		private int radius(@Nullable Place place) {
			if (place == null && this.radius != null) {
				throw Problem.invalid("radius", "needs lat and lng");
			}
			return Limits.radius(this.radius);
		}

	}

}
