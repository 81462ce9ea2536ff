package dev.jangteo.shop.imports.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;

import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.CursorPage;
import dev.jangteo.defaults.Problem;
import dev.jangteo.shop.imports.CatalogImport;
import dev.jangteo.shop.imports.ImportId;
import dev.jangteo.shop.imports.ImportMode;
import dev.jangteo.shop.imports.OwnImports;
import dev.jangteo.shop.imports.Rejection;
import dev.jangteo.shop.imports.StartImport;
import dev.jangteo.shop.shops.ShopId;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/owner/shops/{shop}/catalog-imports")
class ImportController {

	private final StartImport starting;

	private final OwnImports imports;

	ImportController(StartImport starting, OwnImports imports) {
		this.starting = starting;
		this.imports = imports;
	}

	@RequestBody(description = "The file itself", required = true,
			content = { @Content(mediaType = "text/tab-separated-values", schema = @Schema(type = "string")),
					@Content(mediaType = "text/csv", schema = @Schema(type = "string")),
					@Content(mediaType = "application/rss+xml", schema = @Schema(type = "string")) })
	@PostMapping(consumes = { "text/csv", "text/tab-separated-values", "application/rss+xml",
			MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE })
	ResponseEntity<ImportRepresentation> start(Caller caller, @PathVariable UUID shop,
			@RequestParam(defaultValue = "partial") String mode,
			@RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type, InputStream body)
			throws IOException, HttpMediaTypeNotSupportedException {

		var upload = UploadType.of(type);
		var started = this.starting.start(caller.memberId(), new ShopId(shop), mode(mode), upload.format(),
				upload.charset(), body);

		return ResponseEntity.accepted().location(location(started)).body(ImportRepresentation.of(started));
	}

	@GetMapping
	CursorPage<ImportRepresentation> list(Caller caller, @PathVariable UUID shop, @RequestParam @Nullable String cursor,
			@RequestParam @Nullable Integer limit) {
		return this.imports.list(caller.memberId(), new ShopId(shop), cursor, limit).map(ImportRepresentation::of);
	}

	@GetMapping("/{id}")
	ImportRepresentation one(Caller caller, @PathVariable UUID shop, @PathVariable UUID id) {
		return ImportRepresentation.of(this.imports.one(caller.memberId(), new ShopId(shop), new ImportId(id)));
	}

	@GetMapping("/{id}/errors")
	CursorPage<Rejection> errors(Caller caller, @PathVariable UUID shop, @PathVariable UUID id,
			@RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
		return this.imports.rejections(caller.memberId(), new ShopId(shop), new ImportId(id), cursor, limit);
	}

	@PostMapping("/{id}/stop")
	ImportRepresentation stop(Caller caller, @PathVariable UUID shop, @PathVariable UUID id) {
		return ImportRepresentation.of(this.imports.stop(caller.memberId(), new ShopId(shop), new ImportId(id)));
	}

	@PostMapping("/{id}/resume")
	ImportRepresentation resume(Caller caller, @PathVariable UUID shop, @PathVariable UUID id) {
		return ImportRepresentation.of(this.imports.resume(caller.memberId(), new ShopId(shop), new ImportId(id)));
	}

	private static ImportMode mode(String mode) {
		return switch (mode) {
			case "partial" -> ImportMode.PARTIAL;
			case "full" -> ImportMode.FULL;
			default -> throw Problem.invalid("mode", "must be partial or full");
		};
	}

	private static URI location(CatalogImport job) {
		return URI.create("/api/v1/owner/shops/" + job.shop().value() + "/catalog-imports/" + job.id().value());
	}

}
