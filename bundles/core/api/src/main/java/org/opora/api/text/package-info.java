/**
 * Words: a text is named by origin, key and arguments, and spoken in the reader's language by the
 * shell.
 */
@Export
@Version("1.1.0")
package org.opora.api.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
