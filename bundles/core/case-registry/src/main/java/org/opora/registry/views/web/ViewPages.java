package org.opora.registry.views.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.web.Words;
import org.opora.registry.views.application.ChildViews;
import org.opora.registry.views.application.ChildViews.NewView;
import org.opora.registry.views.application.Said;
import org.opora.registry.views.domain.Chooser;
import org.opora.registry.views.domain.Circle;

/** What the children of a file say: the part with all of it, what others read, and the forms. */
final class ViewPages {
  private static final int TEXT = 5000;
  private final CaseFrame frame;
  private final ChildViews views;
  private final Messages messages;

  ViewPages(CaseFrame frame, ChildViews views, Messages messages) {
    this.frame = frame;
    this.views = views;
    this.messages = messages;
  }

  /**
   * @param name null when the child is in the family no more
   */
  public record Line(PersonName name, Said said) {}

  Reply part(Request request) {
    CaseFiles.Header header = frame.header(request);
    return frame
        .model(request, header, null)
        .with("views", lines(header, views.of(request.viewer(), header.id())))
        .with("brought", lines(header, views.brought(request.viewer(), header.id())))
        .with("circles", Circle.values())
        .page("views-part");
  }

  /** What one circle would read. */
  Reply shown(Request request) {
    CaseFiles.Header header = frame.header(request);
    Circle circle =
        request
            .query("as")
            .flatMap(
                asked ->
                    Stream.of(Circle.values()).filter(one -> one.name().equals(asked)).findFirst())
            .orElseThrow(NotFound::new);
    return frame
        .model(request, header, null)
        .with("circle", circle)
        .with("views", lines(header, views.as(request.viewer(), header.id(), circle)))
        .page("views-shown");
  }

  private static List<Line> lines(CaseFiles.Header header, List<Said> views) {
    Map<PersonId, PersonName> names =
        header.children().stream()
            .collect(Collectors.toMap(CaseFiles.Child::person, CaseFiles.Child::name));
    return views.stream().map(view -> new Line(names.get(view.child()), view)).toList();
  }

  Reply blank(Request request) {
    return form(request, null);
  }

  Reply write(Request request) {
    Form form = request.form();
    LocalDate on = form.requiredDate("on");
    ViewLearntBy learntBy = form.requiredChoice("learntBy", ViewLearntBy.class);
    Set<Circle> readers = circles(form);
    Chooser chosenBy = form.requiredChoice("chosenBy", Chooser.class);
    String words = form.text("words", TEXT);
    if (form.raw("words").isBlank()) {
      form.error("words", Words.of("refused.required"));
    }
    return form.attempt(
        () -> {
          views.write(
              request.viewer(),
              CaseFrame.file(request),
              new PersonId(request.id("child")),
              new NewView(on, words, learntBy, readers, chosenBy));
          return back(request, "view.saved");
        },
        wrong -> form(request, wrong));
  }

  Reply askReaders(Request request) {
    return readers(request, null, view(request));
  }

  Reply readers(Request request) {
    Form form = request.form();
    Said view = view(request);
    Set<Circle> readers = circles(form);
    Chooser chosenBy = form.requiredChoice("chosenBy", Chooser.class);
    return form.attempt(
        () -> {
          views.letRead(
              request.viewer(),
              CaseFrame.file(request),
              view.id(),
              form.version(),
              readers,
              chosenBy);
          return back(request, "view.readers-saved");
        },
        wrong -> readers(request, wrong, view));
  }

  private static Set<Circle> circles(Form form) {
    List<String> typed = form.all("readers");
    return Stream.of(Circle.values())
        .filter(one -> typed.contains(one.name()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Circle.class)));
  }

  /** Whoever does not read the words does not open them to others, and may only take them away. */
  private Said view(Request request) {
    UUID key = request.id("view");
    Said view = views.find(request.viewer(), CaseFrame.file(request), key);
    if (view.kept() && !view.narrows()) {
      throw new NotFound();
    }
    return view;
  }

  private Reply form(Request request, Form form) {
    CaseFiles.Header header = frame.header(request);
    PersonId child = new PersonId(request.id("child"));
    return frame
        .model(request, header, null)
        .with("action", request.path())
        .with("child", views.child(request.viewer(), header.id(), child))
        .with("learnt", Choice.of(messages, request.locale(), "learnt-by", ViewLearntBy.values()))
        .with("circles", circles(request, EnumSet.allOf(Circle.class)))
        .with("choosers", choosers(request))
        .form("view-form", form);
  }

  private Reply readers(Request request, Form form, Said view) {
    CaseFiles.Header header = frame.header(request);
    return frame
        .model(request, header, null)
        .with("action", request.path())
        .with("line", lines(header, List.of(view)).get(0))
        .with("now", view.readers().stream().map(Enum::name).toList())
        .with(
            "circles", circles(request, view.kept() ? view.readers() : EnumSet.allOf(Circle.class)))
        .with("choosers", choosers(request))
        .form("view-readers", form);
  }

  private List<Choice> circles(Request request, Set<Circle> offered) {
    return Choice.of(
        messages, request.locale(), "view-circle", EnumSet.copyOf(offered).toArray(new Circle[0]));
  }

  private List<Choice> choosers(Request request) {
    return Choice.of(messages, request.locale(), "view-chooser", Chooser.values());
  }

  private static Reply back(Request request, String done) {
    CaseFileId file = CaseFrame.file(request);
    return Reply.to("/files/" + file + "/tab/aims", Words.of(done));
  }
}
