package org.opora.registry.trail.application;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opora.api.module.Modules;
import org.opora.api.module.Modules.Info;
import org.opora.api.module.Modules.State;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.registry.shared.application.Refusals;

/**
 * Words of parts of the program that bring their own. An act of such a part begins with its id, and
 * its words are the text {@code act.<code>} of its bundle. The title of a removed part is still
 * known, because the module manager keeps it in every language.
 */
record PartWords(Messages messages, Modules modules) {
  private static final String BUNDLE = "org.opora.";
  private static final Pattern DOOR = Pattern.compile("(?:GET|POST) /m/([^/]+).*");

  /** Those that are, or once were, a part of this house. */
  List<String> all() {
    return modules.all().stream().filter(PartWords::was).map(Info::id).toList();
  }

  /** One that is only on offer has done nothing yet. */
  private static boolean was(Info module) {
    return module.state() != State.AVAILABLE;
  }

  /** Whose act it is; empty when it is one of the house, or of a part that nobody here knows. */
  Optional<String> of(String act) {
    String named = named(act);
    return DOOR.matcher(act).matches()
            || messages.knows(own(named, "act." + act))
            || modules.find(named).filter(PartWords::was).isPresent()
        ? Optional.of(named)
        : Optional.empty();
  }

  /** The part that the act names, whether or not there is one. */
  static String named(String act) {
    Matcher door = DOOR.matcher(act);
    return door.matches() ? door.group(1) : act.split("[. ]", 2)[0];
  }

  /** The word behind the name of the part. */
  static String last(String act) {
    String[] both = act.split("\\.", 2);
    return both.length == 2 ? both[1] : "";
  }

  /** What was done, in the words of the part. */
  Optional<Text> doing(String act) {
    return Optional.of(own(named(act), "act." + act)).filter(messages::knows);
  }

  /** What the part is called; the id of one that left nothing behind. */
  Text title(String part) {
    Text own = own(part, "module.title");
    return messages.knows(own)
        ? own
        : modules
            .find(part)
            .map(gone -> Refusals.text("act.part", gone.title()))
            .orElseGet(() -> Refusals.text("act.part-unknown", part));
  }

  private static Text own(String part, String key) {
    return Text.of(BUNDLE + part, key);
  }
}
