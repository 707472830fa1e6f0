/**
 * Who meets when and where, in one book for all modules: so that nobody is in two places at once,
 * and people who must not meet do not.
 */
@Export
@Version("1.2.0")
package org.opora.api.calendar;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
