/** Use cases of the directory. */
package org.opora.registry.directory.application;
