/**
 * Text files that people and programs exchange with this software: YAML that a user writes, in which every mistake is
 * named with its line, and CSV tables. It uses only {@code cell} and {@code engine}, and knows no key and no column: those
 * belong to the room that a file is about. Another text format is a class here; read {@link operando.text.YamlFile} first.
 */
package operando.text;
