package org.opora.registry.post.web;

import java.text.Collator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.post.application.LetterLine;
import org.opora.registry.post.application.NewLetter;
import org.opora.registry.post.application.PostDesk;
import org.opora.registry.post.domain.Channel;
import org.opora.registry.post.domain.Direction;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The form by which a letter is written into the book, or its line corrected. */
final class PostForms {
  private static final int LONGEST_NOTE = 4000;
  private final CaseFiles files;
  private final PostDesk desk;
  private final Staff staff;
  private final Messages messages;

  PostForms(CaseFiles files, PostDesk desk, Staff staff, Messages messages) {
    this.files = files;
    this.desk = desk;
    this.staff = staff;
    this.messages = messages;
  }

  Reply blank(Request request) {
    UUID answers = request.query("answers").flatMap(PostList::key).orElse(null);
    CaseFileId file =
        request.query("file").flatMap(PostList::key).map(CaseFileId::new).orElse(null);
    boolean out = answers != null || request.query("way").filter("out"::equals).isPresent();
    return fresh(request, out ? Direction.OUTGOING : Direction.INCOMING, file, answers, null);
  }

  Reply enter(Request request) {
    Form form = request.form();
    Direction direction = form.requiredChoice("direction", Direction.class);
    UUID answers = form.id("answers");
    NewLetter letter = read(request, direction, file(request), answers);
    return form.attempt(
        () -> {
          UUID id = desk.enter(request.viewer(), letter);
          return Reply.to("/post/" + id, Words.of("letter.entered"));
        },
        wrong ->
            fresh(
                request,
                direction == null ? Direction.INCOMING : direction,
                letter.file(),
                answers,
                wrong));
  }

  private Reply fresh(
      Request request, Direction direction, CaseFileId file, UUID answers, Form form) {
    LetterLine answered = answers == null ? null : answered(request, answers);
    CaseFileId concerned =
        answered != null && answered.file() != null ? answered.file().id() : file;
    return model(request, direction, concerned, null)
        .with("action", "/post/new")
        .with("draft", draft(form, "post-new-" + direction, answers, concerned))
        .with("answered", answered)
        .with("fileNumber", concerned == null ? null : number(request, concerned))
        .with("back", answers == null ? "/post" : "/post/" + answers)
        .form("letter-form", form);
  }

  /** What was begun for one family must not come up in the form of another. */
  private static String draft(Form form, String start, UUID answers, CaseFileId file) {
    String begun = form == null ? null : form.raw("draft-key");
    if (begun != null && begun.startsWith(start)) {
      // Another file was typed meanwhile, but it is the same letter.
      return begun;
    }
    return start + (answers != null ? "-" + answers : file != null ? "-" + file : "");
  }

  private LetterLine answered(Request request, UUID answers) {
    LetterLine line = desk.view(request.viewer(), answers).letter();
    PostPages.shows(request, List.of(line));
    return line;
  }

  Reply edit(Request request) {
    return change(
        request, null, fileOf(desk.view(request.viewer(), PostPages.id(request)).letter()));
  }

  Reply amend(Request request) {
    Form form = request.form();
    LetterLine before = desk.view(request.viewer(), PostPages.id(request)).letter();
    NewLetter letter = read(request, before.direction(), fileOf(request, before), null);
    boolean known = !form.errors().containsKey("file");
    return form.attempt(
        () -> {
          desk.amend(request.viewer(), before.id(), form.version(), letter);
          return Reply.to("/post/" + before.id(), Words.of("letter.saved"));
        },
        wrong -> change(request, wrong, known ? letter.file() : fileOf(before)));
  }

  /**
   * @param concerned the file that was typed, whose colleagues can be chosen
   */
  private Reply change(Request request, Form form, CaseFileId concerned) {
    LetterLine letter = desk.view(request.viewer(), PostPages.id(request)).letter();
    PostPages.shows(request, List.of(letter));
    String path = "/post/" + letter.id();
    return model(
            request,
            letter.direction(),
            concerned,
            Objects.equals(concerned, fileOf(letter)) ? letter.doer() : null)
        .with("letter", letter)
        .with("version", letter.version())
        .with("action", path + "/edit")
        .with("draft", "post-" + letter.id())
        .with("fileNumber", letter.file() == null ? null : letter.file().number())
        .with("back", path)
        .form("letter-form", form);
  }

  private Model model(Request request, Direction direction, CaseFileId file, StaffId now) {
    Viewer viewer = request.viewer();
    return new Model()
        .with("direction", direction)
        .with("channels", Choice.of(messages, viewer.locale(), "letter.channel", Channel.values()))
        .with("doers", direction == Direction.INCOMING ? doers(viewer, file, now) : List.of());
  }

  private static NewLetter read(
      Request request, Direction direction, CaseFileId file, UUID answers) {
    Form form = request.form();
    UUID doer = form.id("doer");
    return new NewLetter(
        direction,
        form.requiredDate("passedOn"),
        form.requiredChoice("channel", Channel.class),
        form.requiredLine("party"),
        form.requiredLine("matter"),
        form.date("deliveredOn"),
        form.line("proof"),
        file,
        form.text("note", LONGEST_NOTE),
        doer == null ? null : new StaffId(doer),
        form.date("due"),
        answers);
  }

  /** Whoever corrects a letter of a file whose name they do not see leaves it where it is. */
  private CaseFileId fileOf(Request request, LetterLine before) {
    CaseFileId file = fileOf(before);
    return before.file() == null && file != null ? file : file(request);
  }

  private static CaseFileId fileOf(LetterLine letter) {
    return letter.about().kind() == Subject.Kind.CASE_FILE
        ? new CaseFileId(letter.about().id())
        : null;
  }

  /** The file whose number was typed, if the viewer may see it. */
  private CaseFileId file(Request request) {
    Form form = request.form();
    String number = form.line("file");
    if (number == null) {
      return null;
    }
    Optional<CaseFileId> found = files.find(request.viewer(), number);
    if (found.isEmpty()) {
      form.error("file", Words.of("post.refused.file", number));
    }
    return found.orElse(null);
  }

  private String number(Request request, CaseFileId file) {
    CaseFiles.Header header = files.header(request.viewer(), file);
    return header.number();
  }

  /** Those who may see it, the viewer, and whoever deals with it now. */
  private List<Choice> doers(Viewer viewer, CaseFileId file, StaffId now) {
    Set<StaffId> keys = new HashSet<>(desk.doers(viewer, file));
    keys.add(viewer.staff());
    if (now != null) {
      keys.add(now);
    }
    return staff.names(keys).entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Collator.getInstance(viewer.locale())))
        .map(one -> new Choice(one.getKey().toString(), one.getValue()))
        .toList();
  }
}
