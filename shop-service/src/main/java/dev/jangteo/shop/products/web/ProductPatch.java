package dev.jangteo.shop.products.web;

import dev.jangteo.defaults.Money;
import dev.jangteo.shop.products.ProductDetails;
import org.jspecify.annotations.Nullable;

/**
 * What changes from hour to hour; what is left out stays.
 */
record ProductPatch(@Nullable Money price, @Nullable Boolean soldOut) {

	ProductDetails adjust(ProductDetails details) {
		return new ProductDetails(details.title(), details.description(),
				(this.price != null) ? this.price : details.price(), details.brand(), details.gtin(), details.link(),
				details.categoryPath(), details.images(), (this.soldOut != null) ? this.soldOut : details.soldOut());
	}

}
