package dev.jangteo.defaults.platform;

import java.util.Objects;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says plainly why a service does not start.
 */
class UnsafeSettingsAnalyzer extends AbstractFailureAnalyzer<UnsafeSettings> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnsafeSettings cause) {
		return new FailureAnalysis(Objects.requireNonNull(cause.getMessage()), cause.action(), cause);
	}

}
