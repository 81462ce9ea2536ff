package dev.jangteo.member.profile;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.ETags;
import dev.jangteo.defaults.PlainText;
import dev.jangteo.defaults.Problem;
import dev.jangteo.defaults.PublicRoutes;
import dev.jangteo.defaults.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/v1/members}.
 */
@RestController
@RequestMapping("/api/v1/members")
class MembersController {

	private static final String PHONE = "|\\+?[0-9][0-9 -]{5,19}";

	private final RegisterMember registerMember;

	private final ChangeProfile changeProfile;

	private final EraseMember eraseMember;

	private final Members members;

	MembersController(RegisterMember registerMember, ChangeProfile changeProfile, EraseMember eraseMember,
			Members members) {
		this.registerMember = registerMember;
		this.changeProfile = changeProfile;
		this.eraseMember = eraseMember;
		this.members = members;
	}

	@PostMapping
	ResponseEntity<MemberRepresentation> register(@Valid @RequestBody RegistrationForm form) {
		var phone = (form.phone() == null || form.phone().isEmpty()) ? null : form.phone();
		var id = this.registerMember.register(form.email(), form.password(), form.role().role(), form.name(), phone);
		return answer(ResponseEntity.created(URI.create("/api/v1/members/me")), id);
	}

	@GetMapping("/me")
	ResponseEntity<MemberRepresentation> me(Caller caller) {
		return answer(ResponseEntity.ok(), caller.memberId());
	}

	@PatchMapping("/me")
	ResponseEntity<MemberRepresentation> change(Caller caller, @Valid @RequestBody ProfileForm form,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		var seen = (ifMatch != null) ? ETags.required(ifMatch) : null;
		var member = this.changeProfile.change(caller.memberId(), seen, form.name(), form.phone());
		return answer(ResponseEntity.ok(), member);
	}

	@DeleteMapping("/me")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void erase(Caller caller) {
		this.eraseMember.erase(caller.memberId());
	}

	private ResponseEntity<MemberRepresentation> answer(ResponseEntity.BodyBuilder status, UUID id) {
		return answer(status, this.members.find(id).orElseThrow(() -> Problem.notFound("member")));
	}

	private static ResponseEntity<MemberRepresentation> answer(ResponseEntity.BodyBuilder status, Member member) {
		return status.eTag(ETags.of(member.version())).body(MemberRepresentation.of(member));
	}

	/** The roles one can take oneself. */
	enum ChosenRole {

		SHOPPER, OWNER;

		Role role() {
			return switch (this) {
				case SHOPPER -> Role.SHOPPER;
				case OWNER -> Role.OWNER;
			};
		}

	}

	record RegistrationForm(@NotNull @Email @PlainText(max = 254) String email,
			@NotNull @Size(min = 8, max = 128) String password, @NotNull ChosenRole role,
			@NotNull @PlainText(max = 40) String name, @Nullable @Pattern(regexp = PHONE) String phone) {

		// Whoever prints a form prints no secret.
		@Override
		public String toString() {
			return "RegistrationForm";
		}

	}

	record ProfileForm(@Nullable @PlainText(max = 40) String name, @Nullable @Pattern(regexp = PHONE) String phone) {

	}

	record MemberRepresentation(UUID id, String email, String name, @Nullable String phone, Role role, String grade,
			Instant createdAt) {

		static MemberRepresentation of(Member member) {
			return new MemberRepresentation(member.id(), member.email(), member.name(), member.phone(), member.role(),
					member.grade(), member.createdAt());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Routes {

		@Bean
		PublicRoutes registration() {
			return PublicRoutes.of("POST /api/v1/members");
		}

	}

}
