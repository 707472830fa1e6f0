package org.opora.operations.modules.application;

import java.util.Locale;
import org.opora.api.access.AuditTrail;
import org.opora.api.inbox.Inbox;
import org.opora.api.text.Messages;
import org.opora.api.text.Title;
import org.opora.operations.OperationsModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what became of a change: the trail, the log, and those who look after modules. */
final class ModuleNews {
  private static final Logger LOG = LoggerFactory.getLogger(ModuleNews.class);
  private final AuditTrail audit;
  private final Inbox inbox;
  private final Messages messages;

  ModuleNews(AuditTrail audit, Inbox inbox, Messages messages) {
    this.audit = audit;
    this.inbox = inbox;
    this.messages = messages;
  }

  /**
   * @param what {@code installed}, {@code updated}, {@code removed} or {@code not-changed}
   */
  void changed(Actor actor, String what, Plan plan) {
    String version = plan.to() == null ? plan.from() : plan.to();
    LOG.info("Module {} {}: {}", plan.id(), version, what);
    String door = actor.door().name().toLowerCase(Locale.ROOT);
    audit.noted(actor.staff(), "module." + what, plan.id() + " " + version + " " + door);
    inbox.tellAll(
        OperationsModule.MODULES,
        inEveryLanguage("news." + what, plan.title(), version),
        "/modules");
  }

  /** A module is called differently in every language. */
  private Title inEveryLanguage(String key, Title module, String version) {
    return new Title(
        messages.title(key, module.cs(), version).cs(),
        messages.title(key, module.pl(), version).pl(),
        messages.title(key, module.en(), version).en());
  }

  void foreign(String name, String version) {
    LOG.warn("Module {} {} was installed past the module manager", name, version);
    audit.noted(null, "module.foreign", name + " " + version);
  }
}
