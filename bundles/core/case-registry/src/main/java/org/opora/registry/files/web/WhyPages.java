package org.opora.registry.files.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.DataClass;
import org.opora.api.access.Decision;
import org.opora.api.access.Explanations;
import org.opora.api.access.Explanations.Answer;
import org.opora.api.access.Explanations.Verdict;
import org.opora.api.access.Roles;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.WhyDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.RoleNames;
import org.opora.registry.shared.web.Words;

/** "Why can they see this?", answered in sentences. */
final class WhyPages {
  private static final String RELATION = "relation:";
  private final CaseFrame frame;
  private final People people;
  private final WhyDesk desk;
  private final Staff staff;
  private final Messages messages;
  private final RoleNames names;

  WhyPages(
      CaseFrame frame, People people, WhyDesk desk, Staff staff, Roles roles, Messages messages) {
    this.frame = frame;
    this.people = people;
    this.desk = desk;
    this.staff = staff;
    this.messages = messages;
    this.names = new RoleNames(roles, messages);
  }

  Reply file(Request request) {
    CaseFiles.Header header = frame.header(request);
    return page(
        request,
        frame.model(request, header, null),
        "/files/" + header.id(),
        who -> desk.file(request.viewer(), header.id(), who),
        "file-why");
  }

  Reply person(Request request) {
    Viewer viewer = request.viewer();
    PersonView person = people.view(viewer, new PersonId(request.id("person")));
    request.shows(Subject.of(person.id()));
    return page(
        request,
        new Model().with("person", person),
        "/people/" + person.id(),
        who -> desk.person(viewer, person.id(), who),
        "person-why");
  }

  private Reply page(
      Request request, Model model, String back, Function<StaffId, Answer> ask, String template) {
    Viewer viewer = request.viewer();
    List<Staff.Member> members = staff.all(viewer);
    String asked = request.query("who").orElse("");
    model
        .with("back", back)
        .with("action", request.path())
        .with("chosen", asked)
        .with(
            "colleagues",
            members.stream().map(one -> new Choice(one.id().toString(), one.name())).toList());
    members.stream()
        .filter(one -> one.id().toString().equals(asked))
        .findFirst()
        .ifPresent(who -> answer(viewer, model, who, ask.apply(who.id())));
    return model.page(template);
  }

  private void answer(Viewer viewer, Model model, Staff.Member who, Answer answer) {
    Locale locale = viewer.locale();
    Map<String, String> called = names.in(locale);
    Map<DataClass, List<Line>> classes =
        answer.verdicts().stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.permission().dataClass(),
                    LinkedHashMap::new,
                    Collectors.mapping(
                        one ->
                            new Line(
                                one.permission().words(),
                                answer.signsIn() && one.decision().allowed(),
                                answer.signsIn()
                                    ? because(locale, called, one)
                                    : Words.of("why.no-account.short")),
                        Collectors.toList())));
    model
        .with("who", who)
        .with("answer", answer)
        .with("roles", RoleNames.line(called, answer.roles()))
        .with("ties", answer.ties().stream().map(tie -> tie(viewer, tie)).toList())
        .with("classes", classes.entrySet());
  }

  private Tie tie(Viewer viewer, Explanations.Tie tie) {
    LocalDate today = viewer.today();
    String when =
        tie.holds()
            ? "why.tie.holds"
            : tie.since().isAfter(today) ? "why.tie.later" : "why.tie.over";
    return new Tie(tie, Words.of(when));
  }

  private Text because(Locale locale, Map<String, String> called, Verdict verdict) {
    String roles = RoleNames.line(called, verdict.givenBy().keySet());
    String reason = verdict.decision().reason();
    if (reason.startsWith(RELATION)) {
      String kind = messages.text(locale, "worker." + reason.substring(RELATION.length()));
      return Words.of("why.because.relation", roles, kind);
    }
    return switch (reason) {
      case "all" -> Words.of("why.because.all", roles);
      case "wall" -> Words.of("why.because.wall");
      case "no-relation" -> Words.of("why.because.no-relation", roles);
      case Decision.READS_ONLY -> Words.of("why.because.reads-only");
      default -> Words.of("why.because.no-permission");
    };
  }

  /** What the colleague is to the subject, and whether that counts today. */
  public record Tie(Explanations.Tie tie, Text when) {}

  /** A permission, whether it opens this, and why. */
  public record Line(Text words, boolean allowed, Text because) {}
}
