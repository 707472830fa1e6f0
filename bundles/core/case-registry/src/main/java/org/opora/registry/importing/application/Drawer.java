package org.opora.registry.importing.application;

import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.persistence.Keys;
import org.opora.registry.importing.domain.Finding;
import org.opora.registry.importing.domain.Packed;

/** Seals what an import holds about people; the key hangs on the import itself. */
final class Drawer {
  private final Keys keys;
  private final Subject owner;

  Drawer(Keys keys, UUID run) {
    this.keys = keys;
    this.owner = new Subject(Subject.Kind.DRAWER, run);
  }

  byte[] seal(String place, UUID row, String plain) {
    return keys.seal(owner, place, row, plain);
  }

  String open(String place, UUID row, byte[] sealed) {
    return keys.open(owner, place, row, sealed);
  }

  byte[] cells(UUID row, List<String> cells) {
    return seal("IMPORT_ROW.CELLS", row, Packed.list(cells));
  }

  List<String> cells(UUID row, byte[] sealed) {
    return sealed == null ? List.of() : Packed.list(open("IMPORT_ROW.CELLS", row, sealed));
  }

  byte[] content(UUID row, Finding finding) {
    List<String> parts = new java.util.ArrayList<>(List.of(finding.column(), finding.value()));
    parts.addAll(Packed.arguments(finding.arguments()));
    return seal("IMPORT_FINDING.CONTENT", row, Packed.list(parts));
  }

  /** Column, value, then the packed arguments. */
  List<String> content(UUID row, byte[] sealed) {
    return Packed.list(open("IMPORT_FINDING.CONTENT", row, sealed));
  }
}
