package org.opora.registry.files.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileKind;
import org.opora.api.files.FileStatus;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.staff.Staff;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The list of families. The filter stays in the address. */
final class FileList {
  private static final int ROWS = 50;
  private static final String ALL = "ALL";
  private final CaseFiles files;
  private final Staff staff;

  FileList(CaseFiles files, Staff staff) {
    this.files = files;
    this.staff = staff;
  }

  Reply show(Request request) {
    String chosen = chosen(request);
    FileKind kind = kind(request);
    Page<Row> page =
        rows(request.viewer(), kind, chosen, request.query("after").orElse(null), ROWS);
    request.shows(page.items().stream().map(row -> Subject.of(row.file().id())).toList());
    return new Model()
        .with("files", page)
        .with("status", chosen)
        .with("kind", kind == null ? ALL : kind.name())
        .with("kinds", FileKind.values())
        .with("statuses", List.of("OPEN", "WINDING_DOWN", "CLOSED", ALL))
        .page("files");
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    String chosen = chosen(request);
    FileKind kind = kind(request);
    return Reply.export(
        request,
        Sheet.of("files", "files.title", (after, limit) -> rows(viewer, kind, chosen, after, limit))
            .text("files.column", row -> row.file().familyName())
            .text("file.no", row -> row.file().number())
            .text("file.children", Row::children)
            .text(
                "file.keyWorker",
                row -> row.keyWorker() == null ? Words.of("file.nobody") : row.keyWorker())
            .text("file.status", row -> Words.of("status." + row.file().status()))
            .text("file.kind", row -> Words.of("file-kind." + row.file().kind()))
            .about(row -> List.of(Subject.of(row.file().id())))
            .narrowed(
                Words.of(ALL.equals(chosen) ? "files.filter.ALL" : "status." + chosen),
                Words.of(kind == null ? "files.filter.kind.ALL" : "file-kind." + kind)));
  }

  private static String chosen(Request request) {
    return request.query("status").filter(FileList::known).orElse(FileStatus.OPEN.name());
  }

  /** The kind that is asked for; null for all. */
  private static FileKind kind(Request request) {
    return request
        .query("kind")
        .flatMap(
            asked ->
                Stream.of(FileKind.values()).filter(one -> one.name().equals(asked)).findFirst())
        .orElse(null);
  }

  private Page<Row> rows(Viewer viewer, FileKind kind, String chosen, String after, int limit) {
    FileStatus status = ALL.equals(chosen) ? null : FileStatus.valueOf(chosen);
    Page<CaseFiles.Header> page = files.list(viewer, kind, status, after, limit);
    Map<StaffId, String> names = staff.names(workers(page));
    return page.map(file -> new Row(file, nameOf(names, file.keyWorker())));
  }

  private static boolean known(String status) {
    return ALL.equals(status)
        || Stream.of(FileStatus.values())
            .filter(one -> one != FileStatus.ARCHIVED)
            .anyMatch(one -> one.name().equals(status));
  }

  private static List<StaffId> workers(Page<CaseFiles.Header> page) {
    return page.items().stream()
        .map(CaseFiles.Header::keyWorker)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static String nameOf(Map<StaffId, String> names, StaffId worker) {
    return worker == null ? null : names.get(worker);
  }

  /**
   * @param keyWorker name, or null
   */
  public record Row(CaseFiles.Header file, String keyWorker) {
    /** Given names of the children placed now. */
    String children() {
      return file.children().stream()
          .map(child -> child.name().given())
          .collect(Collectors.joining(", "));
    }
  }
}
