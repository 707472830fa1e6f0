/** What a carer is told of how things stand. */
package org.opora.registry.stand.application;
