/** What a bundle that stores facts about people owes them. */
@Export
@Version("1.1.0")
package org.opora.api.people.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
