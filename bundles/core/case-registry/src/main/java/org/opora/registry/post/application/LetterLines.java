package org.opora.registry.post.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.post.domain.Letter;
import org.opora.registry.tasks.domain.Urgency;
import org.opora.registry.tasks.persistence.FileLabel;
import org.opora.registry.tasks.persistence.LabelQueries;

/** Opens letters and names files and colleagues in them: as many queries for a page as for one. */
record LetterLines(Transactions tx, Access access, Staff staff, PostSeals seals) {
  LetterLines(Transactions tx, Access access, Staff staff, Keys keys) {
    this(tx, access, staff, new PostSeals(keys));
  }

  List<LetterLine> of(Viewer viewer, List<Letter> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<CaseFileId, FileLabel> files =
        files(
            viewer,
            rows.stream().map(Letter::file).filter(Objects::nonNull).collect(Collectors.toSet()));
    Map<StaffId, String> names =
        staff.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.writer(), row.doer(), row.settledBy(), row.voidBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return rows.stream().map(row -> line(viewer, row, files, names)).toList();
  }

  private Map<CaseFileId, FileLabel> files(Viewer viewer, Collection<CaseFileId> files) {
    return files.isEmpty() || !viewer.may(CaseFiles.READ)
        ? Map.of()
        : tx.read(em -> new LabelQueries(em).files(access.scope(viewer, CaseFiles.READ), files));
  }

  private LetterLine line(
      Viewer viewer, Letter row, Map<CaseFileId, FileLabel> files, Map<StaffId, String> names) {
    PostSeals.Words words = seals.open(row);
    return new LetterLine(
        row.id(),
        row.version(),
        row.direction(),
        row.number().toString(),
        row.passedOn(),
        row.channel(),
        words.party(),
        words.matter(),
        words.note(),
        row.deliveredOn(),
        words.proof(),
        row.self(),
        row.file() == null ? null : files.get(row.file()),
        names.get(row.writer()),
        row.doer(),
        row.doer() == null ? null : names.get(row.doer()),
        row.due(),
        row.waiting() ? Urgency.of(row.due(), viewer.today()) : null,
        row.settledOn(),
        row.settledBy() == null ? null : names.get(row.settledBy()),
        row.voidOn(),
        row.voidBy() == null ? null : names.get(row.voidBy()),
        words.reason());
  }
}
