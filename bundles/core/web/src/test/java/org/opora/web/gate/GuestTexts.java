package org.opora.web.gate;

import java.time.ZoneId;
import java.util.Map;
import org.opora.web.texts.Lexicon;
import org.opora.web.texts.Words;
import org.opora.web.texts.Written;

/** Words of the shell and of a guest, for tests outside of the gate. */
public final class GuestTexts {
  private static final String GUEST = "org.example.guest";

  private GuestTexts() {}

  public static Lexicon guest() {
    return new Lexicon(FolderResources.guest(GUEST));
  }

  public static Words words(ZoneId zone) {
    Lexicon shell = new Lexicon(FolderResources.shell());
    return new Words(shell, Map.of("org.opora.web", shell, GUEST, guest())::get, new Written(zone));
  }
}
