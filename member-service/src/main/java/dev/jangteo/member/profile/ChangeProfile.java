package dev.jangteo.member.profile;

import java.util.Objects;
import java.util.UUID;

import dev.jangteo.defaults.ETags;
import dev.jangteo.defaults.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what a member says of himself.
 */
@Component
class ChangeProfile {

	private final Members members;

	ChangeProfile(Members members) {
		this.members = members;
	}

	/**
	 * Changes what is given and leaves the rest.
	 * @param seen the version the change is based on, if the member says so
	 * @param phone an empty one removes it
	 */
	@Transactional
	Member change(UUID id, @Nullable Long seen, @Nullable String name, @Nullable String phone) {
		var version = this.members.lock(id);
		if (seen != null) {
			ETags.check(version, seen);
		}
		var member = find(id);
		var newName = Objects.requireNonNullElse(name, member.name());
		var newPhone = (phone == null) ? member.phone() : phone.isEmpty() ? null : phone;
		if (newName.equals(member.name()) && Objects.equals(newPhone, member.phone())) {
			return member;
		}
		this.members.change(id, newName, newPhone);
		return find(id);
	}

	private Member find(UUID id) {
		return this.members.find(id).orElseThrow(() -> Problem.notFound("member"));
	}

}
