/** Facts that prove a duty was met, written by the bundle where they happen. */
@Export
@Version("2.2.0")
package org.opora.api.evidence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
