package org.opora.registry.staff.web;

import java.time.LocalDate;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.staff.application.Competences;
import org.opora.registry.staff.application.NewPost;
import org.opora.registry.staff.application.StaffPosts;
import org.opora.registry.staff.domain.Competence;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;

/** Posts and competences of a member of staff. */
final class PostForms {
  private static final int HUNDREDTHS = 100;
  private final Staff staff;
  private final StaffPosts posts;
  private final Competences competences;
  private final Messages messages;

  PostForms(Staff staff, StaffPosts posts, Competences competences, Messages messages) {
    this.staff = staff;
    this.posts = posts;
    this.competences = competences;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return page(request, StaffRoomRoutes.staff(request), null, null);
  }

  Reply add(Request request) {
    StaffId who = StaffRoomRoutes.staff(request);
    Form form = request.form();
    NewPost post = read(form);
    return form.attempt(
        () -> {
          posts.add(request.viewer(), who, post);
          return Reply.to("/staff/" + who + "#posts", Words.of("job.added"));
        },
        wrong -> page(request, who, null, wrong));
  }

  Reply edit(Request request) {
    StaffPosts.Seen post = posts.view(request.viewer(), request.id("post"));
    return page(request, post.staff(), post, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    StaffPosts.Seen before = posts.view(request.viewer(), request.id("post"));
    NewPost now = read(form);
    return form.attempt(
        () -> {
          posts.amend(request.viewer(), before.id(), form.version(), now);
          return Reply.to("/staff/" + before.staff() + "#posts", Words.of("job.saved"));
        },
        wrong -> page(request, before.staff(), posts.view(request.viewer(), before.id()), wrong));
  }

  Reply remove(Request request) {
    StaffId who = StaffRoomRoutes.staff(request);
    try {
      posts.remove(request.viewer(), request.id("post"), request.form().version());
      return Reply.to("/staff/" + who + "#posts", Words.of("job.removed"));
    } catch (Stale changed) {
      return Reply.to("/staff/" + who + "#posts", Words.of("staff.changed"));
    }
  }

  private static NewPost read(Form form) {
    return new NewPost(
        form.requiredChoice("code", PostCode.class),
        form.line("wording"),
        form.requiredChoice("kind", EmploymentKind.class),
        form.line("workplace"),
        form.requiredDate("since"),
        form.date("until"),
        form.date("probationUntil"),
        form.checked("socialWorker"),
        Decimals.read(form, "share", HUNDREDTHS),
        form.date("shareFrom"));
  }

  private Reply page(Request request, StaffId who, StaffPosts.Seen post, Form form) {
    boolean comma = StaffRoomRoutes.comma(request);
    return new Model()
        .with("member", staff.member(request.viewer(), who))
        .with("post", post)
        .with(
            "share",
            post == null ? "" : Decimals.write(post.post().hundredths(), HUNDREDTHS, comma))
        .with("codes", Choice.of(messages, request.locale(), "job", PostCode.values()))
        .with("kinds", Choice.of(messages, request.locale(), "job.kind", EmploymentKind.values()))
        .form("staff-post", form);
  }

  Reply blankCompetence(Request request) {
    return competence(request, null);
  }

  Reply give(Request request) {
    StaffId who = StaffRoomRoutes.staff(request);
    Form form = request.form();
    Competence kind = form.requiredChoice("competence", Competence.class);
    LocalDate since = form.requiredDate("since");
    LocalDate until = form.date("until");
    return form.attempt(
        () -> {
          competences.give(request.viewer(), who, kind, since, until);
          return Reply.to("/staff/" + who + "#competences", Words.of("competence.given"));
        },
        wrong -> competence(request, wrong));
  }

  private Reply competence(Request request, Form form) {
    return new Model()
        .with("member", staff.member(request.viewer(), StaffRoomRoutes.staff(request)))
        .with("kinds", Choice.of(messages, request.locale(), "competence", Competence.values()))
        .form("staff-competence", form);
  }

  /** Ends today; who opened the page before somebody else changed it is told so. */
  Reply endCompetence(Request request) {
    StaffId who = StaffRoomRoutes.staff(request);
    String sheet = "/staff/" + who + "#competences";
    try {
      competences.end(
          request.viewer(),
          request.id("competence"),
          request.form().version(),
          request.viewer().today());
      return Reply.to(sheet, Words.of("competence.ended"));
    } catch (Stale | Refused changed) {
      return Reply.to(sheet, Words.of("staff.changed"));
    }
  }
}
