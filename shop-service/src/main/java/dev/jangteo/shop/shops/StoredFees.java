package dev.jangteo.shop.shops;

import java.util.List;

import dev.jangteo.shop.values.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import tools.jackson.core.type.TypeReference;

@Converter
@Immutable
class StoredFees extends JsonColumn<List<Delivery.Tier>> {

	StoredFees() {
		super(new TypeReference<>() {
		});
	}

}
