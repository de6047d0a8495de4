package io.roster.server.serve;

import static org.springframework.context.annotation.AnnotationConfigUtils.CONFIGURATION_ANNOTATION_PROCESSOR_BEAN_NAME;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/**
 * Reads configuration classes with ASM. From Java 24 on Spring reads them with the JDK's class-file
 * API, which costs a cold start half a second more.
 */
final class ClassFiles extends SimpleMetadataReaderFactory {
  private final Map<String, MetadataReader> read = new HashMap<>();

  private ClassFiles(ClassLoader loader) {
    super(loader);
  }

  /** Makes this context read its classes so. */
  static void use(ConfigurableApplicationContext context) {
    var files = new ClassFiles(ClassFiles.class.getClassLoader());
    context.addBeanFactoryPostProcessor(
        new BeanDefinitionRegistryPostProcessor() {
          @Override
          public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
            registry
                .getBeanDefinition(CONFIGURATION_ANNOTATION_PROCESSOR_BEAN_NAME)
                .getPropertyValues()
                .add("metadataReaderFactory", files);
          }
        });
    context.addApplicationListener(
        (ApplicationListener<ContextRefreshedEvent>) event -> files.read.clear());
  }

  @Override
  public MetadataReader getMetadataReader(String className) throws IOException {
    var known = read.get(className);
    if (known != null) {
      return known;
    }
    var reader = super.getMetadataReader(className);
    read.put(className, reader);
    return reader;
  }
}
