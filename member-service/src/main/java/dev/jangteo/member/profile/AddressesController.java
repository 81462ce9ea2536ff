package dev.jangteo.member.profile;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.PlainText;
import dev.jangteo.defaults.Problem;
import dev.jangteo.events.UuidV7;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/v1/members/me/addresses}.
 */
@RestController
@RequestMapping("/api/v1/members/me/addresses")
class AddressesController {

	private final Addresses addresses;

	AddressesController(Addresses addresses) {
		this.addresses = addresses;
	}

	@GetMapping
	AddressList all(Caller caller) {
		return new AddressList(this.addresses.of(caller.memberId()));
	}

	@GetMapping("/{id}")
	Address one(Caller caller, @PathVariable UUID id) {
		return this.addresses.find(caller.memberId(), id).orElseThrow(() -> Problem.notFound("address"));
	}

	@PostMapping
	ResponseEntity<Address> add(Caller caller, @Valid @RequestBody AddressForm form) {
		var address = form.toAddress(UuidV7.next());
		this.addresses.add(caller.memberId(), address);
		return ResponseEntity.created(URI.create("/api/v1/members/me/addresses/" + address.id())).body(address);
	}

	@PutMapping("/{id}")
	Address replace(Caller caller, @PathVariable UUID id, @Valid @RequestBody AddressForm form) {
		var address = form.toAddress(id);
		this.addresses.replace(caller.memberId(), address);
		return address;
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(Caller caller, @PathVariable UUID id) {
		this.addresses.remove(caller.memberId(), id);
	}

	record AddressList(List<Address> items) {

	}

	record AddressForm(@NotNull @PlainText(max = 40) String label, @NotNull @PlainText(max = 200) String line1,
			@Nullable @PlainText(max = 200, blank = true) String line2,
			@Nullable @Pattern(regexp = "[0-9A-Za-z -]{3,12}") String postalCode,
			@NotNull @DecimalMin("-90") @DecimalMax("90") Double lat,
			@NotNull @DecimalMin("-180") @DecimalMax("180") Double lng, @Nullable Boolean main) {

		Address toAddress(UUID id) {
			return new Address(id, this.label, this.line1, Objects.requireNonNullElse(this.line2, ""), this.postalCode,
					this.lat, this.lng, Boolean.TRUE.equals(this.main));
		}

	}

}
