package org.opora.api.module;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.osgi.annotation.versioning.ProviderType;

/** The modules of this house. */
@ProviderType
public interface Modules {
  List<Info> all();

  Optional<Info> find(String id);

  /**
   * When modules did not bring what they bring: before they were first installed, and while they
   * were removed or did not work; also of those that are here again.
   */
  default List<Away> away() {
    return List.of();
  }

  /**
   * @param from null where the module was never here before
   * @param until when it worked; null while it does not
   */
  record Away(String module, Instant from, Instant until) {}

  enum State {
    /** Works. */
    READY,
    /** Being installed, updated or removed. */
    CHANGING,
    /** Wanted, but does not work; the reason says why. */
    FAILED,
    /** Shipped with the house and not installed. */
    AVAILABLE,
    /** Was installed; its tables are still here. */
    REMOVED
  }

  /**
   * @param version installed version, or the one on offer
   * @param offered newer version on offer, or null
   * @param reason why it failed, or null
   * @param since when it came into its state; of a removed module, when it was removed, and of one
   *     that works, when it last started to. Null where nobody wrote it down, as for a module that
   *     was never installed
   */
  record Info(
      String id,
      Title title,
      String version,
      String offered,
      State state,
      Text reason,
      Instant since) {}
}
