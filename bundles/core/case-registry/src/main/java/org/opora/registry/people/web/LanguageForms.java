package org.opora.registry.people.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.people.application.PersonRecord;
import org.opora.registry.people.application.Speech;
import org.opora.registry.shared.web.Words;

/** Writes down which languages somebody speaks. */
final class LanguageForms {
  private static final List<String> OTHERS =
      List.of("understands1", "understands2", "understands3", "understands4");
  private final RecordFrame frame;
  private final Speech speech;
  private final Languages languages;

  LanguageForms(RecordFrame frame, PersonRecord record, Messages messages) {
    this.frame = frame;
    this.speech = record.speech();
    this.languages = new Languages(messages);
  }

  Reply edit(Request request) {
    return page(request, null);
  }

  Reply save(Request request) {
    Form form = request.form();
    Speech.Spoken now =
        new Speech.Spoken(
            form.version(),
            form.line("motherTongue"),
            OTHERS.stream().map(form::line).filter(Objects::nonNull).toList(),
            form.checked("interpreter"));
    return RecordFrame.save(
        request,
        "facts",
        () -> speech.write(request.viewer(), RecordFrame.person(request), now),
        Words.of("language.saved"),
        () -> page(request, form));
  }

  private Reply page(Request request, Form form) {
    Speech.Spoken spoken = speech.of(request.viewer(), RecordFrame.person(request));
    return frame
        .model(request)
        .with("spoken", spoken)
        .with("understood", Stream.concat(spoken.understands().stream(), blanks()).toList())
        .with("now", languages.said(request.locale(), spoken))
        .with("languages", languages.choices(request.locale()))
        .with("others", OTHERS)
        .form("language-form", form);
  }

  private static Stream<String> blanks() {
    return OTHERS.stream().map(field -> "");
  }
}
