package dev.jangteo.search.finding.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Cursors;
import dev.jangteo.search.finding.FindProducts;
import dev.jangteo.search.finding.ProductQuery;
import dev.jangteo.search.finding.ProductQuery.Sort;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Products as anybody sees them. */
@RestController
@RequestMapping(path = "/api/v1/products", produces = MediaType.APPLICATION_JSON_VALUE)
class ProductController {

	private static final List<String> SORTS = List.of("relevance", "priceAsc", "priceDesc", "newest");

	private final FindProducts findProducts;

	ProductController(FindProducts findProducts) {
		this.findProducts = findProducts;
	}

	@GetMapping
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProductList.class)))
	byte[] list(@ParameterObject ProductParameters parameters) {
		return this.findProducts.find(parameters.query(), parameters.cursor(), Cursors.limit(parameters.limit()));
	}

	/** The parameters of the list. */
	record ProductParameters(@Nullable String q, @Nullable String category, @Nullable String brand,
			@Nullable BigDecimal minPrice, @Nullable BigDecimal maxPrice, @Nullable UUID shopId,
			@Nullable Boolean available, @Nullable String sort, @Nullable String cursor, @Nullable Integer limit) {

		ProductQuery query() {
			return new ProductQuery(Limits.text("q", this.q), Limits.text("category", this.category),
					Limits.text("brand", this.brand), Limits.price("minPrice", this.minPrice),
					Limits.price("maxPrice", this.maxPrice), this.shopId, Boolean.TRUE.equals(this.available),
					Limits.choice("sort", this.sort, Sort.RELEVANCE, SORTS));
		}

	}

}
