package dev.jangteo.shop.products.web;

import java.net.URI;
import java.util.UUID;

import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.CursorPage;
import dev.jangteo.defaults.ETags;
import dev.jangteo.shop.products.ChangeProduct;
import dev.jangteo.shop.products.ListProduct;
import dev.jangteo.shop.products.OwnProducts;
import dev.jangteo.shop.products.ProductEdition;
import dev.jangteo.shop.products.ProductId;
import dev.jangteo.shop.shops.ShopId;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/owner")
class ProductController {

	private final ListProduct listing;

	private final ChangeProduct changing;

	private final OwnProducts products;

	ProductController(ListProduct listing, ChangeProduct changing, OwnProducts products) {
		this.listing = listing;
		this.changing = changing;
		this.products = products;
	}

	@PostMapping("/shops/{shop}/products")
	ResponseEntity<ProductRepresentation> list(Caller caller, @PathVariable UUID shop,
			@RequestBody @Valid ProductForm form) {

		var product = this.listing.list(caller.memberId(), new ShopId(shop), form.externalId(), form.details(),
				form.options());

		return ResponseEntity.created(URI.create("/api/v1/owner/products/" + product.id().value()))
			.eTag(ETags.of(product.version()))
			.body(ProductRepresentation.of(product));
	}

	@GetMapping("/shops/{shop}/products")
	CursorPage<ProductRepresentation> ofShop(Caller caller, @PathVariable UUID shop,
			@RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
		return this.products.list(caller.memberId(), new ShopId(shop), cursor, limit).map(ProductRepresentation::of);
	}

	@GetMapping("/products/{id}")
	ResponseEntity<ProductRepresentation> one(Caller caller, @PathVariable UUID id) {
		return answer(this.products.one(caller.memberId(), new ProductId(id)));
	}

	@PutMapping("/products/{id}")
	ResponseEntity<ProductRepresentation> describe(Caller caller, @PathVariable UUID id,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@RequestBody @Valid ProductForm form) {
		return answer(this.changing.describe(caller.memberId(), new ProductId(id), ETags.required(ifMatch),
				form.externalId(), form.details(), form.options()));
	}

	@PatchMapping("/products/{id}")
	ResponseEntity<ProductRepresentation> adjust(Caller caller, @PathVariable UUID id,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@RequestBody @Valid ProductPatch patch) {
		return answer(
				this.changing.adjust(caller.memberId(), new ProductId(id), ETags.required(ifMatch), patch::adjust));
	}

	@DeleteMapping("/products/{id}")
	ResponseEntity<Void> remove(Caller caller, @PathVariable UUID id,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		this.changing.remove(caller.memberId(), new ProductId(id), ETags.required(ifMatch));
		return ResponseEntity.noContent().build();
	}

	private static ResponseEntity<ProductRepresentation> answer(ProductEdition product) {
		return ResponseEntity.ok().eTag(ETags.of(product.version())).body(ProductRepresentation.of(product));
	}

}
