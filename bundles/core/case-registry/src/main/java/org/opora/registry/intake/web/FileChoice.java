package org.opora.registry.intake.web;

import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.opora.api.access.Subject;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.intake.application.OpenFile;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/**
 * Choosing a file the family has already: by its number, and once more when its name and people are
 * seen, because a number is easily mistyped. For one request.
 */
record FileChoice(OpenFile files, Request request) {
  /**
   * @param putting what happens with the file that was confirmed
   * @param again makes the page with the file that was found, or with what is wrong
   */
  Reply reply(
      Function<CaseFileId, CaseFileId> putting, BiFunction<Form, CaseFiles.Header, Reply> again) {
    Form form = request.form();
    String number = form.requiredLine("number");
    UUID seen = form.id("file");
    if (!form.valid()) {
      return again.apply(form, null);
    }
    try {
      CaseFiles.Header found = files.find(request.viewer(), number);
      request.shows(Subject.of(found.id()));
      request.shows(found.carers().stream().map(one -> Subject.of(one.person())).toList());
      // What was confirmed is what was seen: after another number is typed, it is shown again.
      if (!found.id().value().equals(seen)) {
        return again.apply(form, found);
      }
      return Reply.to("/files/" + putting.apply(found.id()), Words.of("inquiry.file.put"));
    } catch (Refused refused) {
      form.refused(refused);
      return again.apply(form, null);
    }
  }

  /**
   * @param path of the entry
   * @param found the file with the number that was typed, or null
   */
  static Reply page(String path, String name, String phone, Form form, CaseFiles.Header found) {
    return new Model()
        .with("action", path + "/file")
        .with("back", path)
        .with("name", name)
        .with("phone", phone)
        .with("found", found)
        .form("inquiry-file", form);
  }
}
