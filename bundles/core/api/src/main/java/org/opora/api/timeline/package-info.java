/** One chronology of a file, written by every bundle in its own transaction. */
@Export
@Version("1.2.0")
package org.opora.api.timeline;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
